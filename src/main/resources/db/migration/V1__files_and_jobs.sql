-- One row per upload. A finished one is a file; the row of a re-upload ends as 'merged' in its target.
create table file (
    id                 uuid        primary key,           -- UUIDv7: sorts by time, and names the upload
    state              text        not null check (state in
                         ('pending', 'finished', 'rejected', 'merged', 'expired', 'deleted')),
    version            int         not null default 1,
    storage            text        not null,
    owner              text        not null,
    profile            text        not null,
    terms              jsonb       not null,              -- of the profile, as they were at the start
    replaces           uuid        references file (id),
    file_name          text        not null unique,
    original_file_name text        not null,
    file_type          text        not null,              -- what was signed
    signed_size        bigint,                            -- when it was known at the start
    checksum_sha256    text,                              -- base64, when it was given at the start
    metadata           jsonb       not null default '{}',
    created_at         timestamptz not null,
    expires_at         timestamptz not null,              -- of the last form
    upload_finished_at timestamptz,
    content_id         uuid,                              -- the upload that brought the present bytes
    object_key         text,
    etag               text,
    size               bigint,
    width              int,
    height             int,
    rejection_code     text,
    rejection_detail   text,
    rejection_figures  jsonb,
    processing         text        not null default 'none' check (processing in
                         ('none', 'queued', 'running', 'ready', 'failed')),
    attempts           int         not null default 0,
    error_code         text,
    error_detail       text
);

create index file_pending on file (expires_at) where state = 'pending';
create index file_of_owner on file (owner, id desc);
create index file_content on file (content_id) where content_id is not null;
create index file_key on file (object_key) where object_key is not null;

-- The sizes of a picture. They belong to its content, so a re-upload never shows old ones.
create table variant (
    content_id   uuid   not null,
    name         text   not null,
    plan_hash    text   not null,
    state        text   not null check (state in ('queued', 'ready', 'failed')),
    object_key   text,
    file_type    text,
    size         bigint,
    width        int,
    height       int,
    error_code   text,
    error_detail text,
    primary key (content_id, name)
);

create index variant_key on variant (object_key) where object_key is not null;

-- What a re-upload replaced, until its time is over.
create table file_version (
    file_id            uuid        not null references file (id),
    version            int         not null,
    content_id         uuid        not null,
    object_key         text        not null,
    etag               text        not null,
    size               bigint      not null,
    file_type          text        not null,
    original_file_name text        not null,
    upload_finished_at timestamptz not null,
    replaced_at        timestamptz not null,
    replaced_by        text        not null,
    kept_until         timestamptz not null,
    primary key (file_id, version)
);

create index file_version_content on file_version (content_id);
create index file_version_key on file_version (object_key);

-- The queue, as db-scheduler wants it; and when work that is running has to run once more.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    again_at             timestamptz,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
