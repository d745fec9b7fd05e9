-- The life of a file after its start: who is looking after it, when it goes, and what holds it.
alter table file add column lease_until timestamptz;      -- until then one reaper has this row for itself
alter table file add column claim text;                   -- the application's record that it belongs to
alter table file add column legal_hold boolean not null default false;
alter table file add column delete_after timestamptz;     -- when a finished file goes by itself
alter table file add column announced boolean not null default false; -- that it goes then
alter table file add column ended_at timestamptz;         -- when it was deleted, rejected or expired
alter table file add column purged_at timestamptz;        -- when no object of this upload was left

create index file_announce on file (delete_after)
    where state = 'finished' and not legal_hold and not announced and delete_after is not null;
create index file_due on file (delete_after)
    where state = 'finished' and not legal_hold and delete_after is not null;
create index file_ended on file (ended_at)
    where state in ('deleted', 'rejected', 'expired') and purged_at is not null;
create index file_replaces on file (replaces) where replaces is not null;

-- Rows that ended before there was a clock for them.
update file set ended_at = coalesce(upload_finished_at, expires_at)
where state in ('deleted', 'rejected', 'expired');
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
select 'forget-content', id, now(), false, 1 from file where state in ('deleted', 'rejected', 'expired')
on conflict do nothing;

-- What the law calls erasure: one row per owner, found again by a digest once the name is gone.
create table erasure (
    owner_digest      text        primary key,            -- SHA-256, hex
    owner             text,                               -- until it is over
    started_at        timestamptz not null,
    finished_at       timestamptz,
    files_deleted     bigint      not null default 0,
    pending_cancelled bigint      not null default 0,
    held_back         bigint      not null default 0      -- by a legal hold
);
