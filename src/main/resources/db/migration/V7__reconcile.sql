-- Where the present content of a file is: a re-upload may have brought it to another storage than
-- the one that the file's own row began on.
alter table file add column content_storage text;
update file set content_storage = storage where content_id is not null;
alter table file_version add column storage text;
update file_version set storage = (select f.storage from file f where f.id = file_version.content_id);
update file_version set storage = 'local' where storage is null;
alter table file_version alter column storage set not null;

-- How far a comparison of a storage with the rows has come, and what it has found; the last one
-- for each storage.
create table reconciliation (
    storage        text        primary key,
    started_at     timestamptz not null,
    finished_at    timestamptz,
    after_key      text,                                  -- the last object that was looked at
    objects        bigint      not null default 0,
    removed        bigint      not null default 0,        -- from quarantine
    aborted        bigint      not null default 0,        -- unfinished multipart uploads
    without_row    bigint      not null default 0,
    without_object bigint      not null default 0,
    examples       jsonb       not null default '[]'
);

-- A storage lists its keys in the order of their bytes, whatever the language of the database.
create index file_key_bytes on file (object_key collate "C") where object_key is not null;
create index variant_key_bytes on variant (object_key collate "C") where object_key is not null;
create index file_version_key_bytes on file_version (object_key collate "C");

-- Which installation this database belongs to; each of its storages carries the same id.
create table installation (
    id uuid primary key default gen_random_uuid()
);
insert into installation default values;
