-- A verification that takes long goes on as a job, in a state of its own.
alter table file drop constraint file_state_check;
alter table file add constraint file_state_check check (state in
    ('pending', 'verifying', 'finished', 'rejected', 'merged', 'expired', 'deleted'));

alter table file add column checksum_md5 text;            -- base64, when it was given at the start
alter table file add column checksum_crc32c text;         -- likewise
alter table file add column part_size bigint;             -- bytes, when the upload comes in parts
alter table file_version add column checksum_sha256 text; -- of that content

comment on column file.checksum_sha256 is 'base64, as given at the start or computed at finish';

drop index file_pending;
create index file_open on file (expires_at) where state in ('pending', 'verifying');
