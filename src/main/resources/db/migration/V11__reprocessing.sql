-- How far the pictures of a profile have been given its present terms; the last time for each.
create table reprocessing (
    profile     text        primary key,
    started_at  timestamptz not null,
    finished_at timestamptz,
    after_id    uuid,                                     -- the last file that was looked at
    files       bigint      not null default 0            -- whose pictures are made again
);

create index file_of_profile on file (profile, id) where state = 'finished';
