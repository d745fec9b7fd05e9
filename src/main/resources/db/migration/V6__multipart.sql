-- The storage's own multipart upload for a file that comes in parts: made at the first part call,
-- and the insert decides which of several callers has made it.
create table multipart_upload (
    file_id    uuid        primary key references file (id) on delete cascade,
    upload_id  text        not null,
    begun_at   timestamptz not null
);
