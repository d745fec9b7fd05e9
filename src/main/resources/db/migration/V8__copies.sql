-- Copies of objects in storages that their rows do not name: a mirror's, and what a migration has
-- left behind. A copy is known here before its first byte is written.
create table mirror_copy (
    storage         text        not null,
    object_key      text        collate "C" not null,
    content_id      uuid        not null,
    state           text        not null check (state in ('copying', 'copied')),
    checksum_sha256 text,                                  -- base64, of what was read back
    copied_at       timestamptz,
    primary key (storage, object_key)
);

create index mirror_copy_content on mirror_copy (content_id);
