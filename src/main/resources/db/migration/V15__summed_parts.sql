-- Whether every part of an upload comes with its checksum: storages want all of them, or none.
alter table multipart_upload add column summed boolean not null default false;
