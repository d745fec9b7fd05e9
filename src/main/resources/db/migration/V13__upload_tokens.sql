-- Leave to upload for a page that can send no header: the token stands in the address. Its hash is
-- kept, not the token.
create table upload_token (
    hash       text        primary key,                   -- SHA-256, hex
    owner      text        not null,
    roles      jsonb       not null,                      -- of whoever asked for it
    profile    text        not null,
    max_files  int         not null,
    started    int         not null default 0,
    expires_at timestamptz not null
);

create index upload_token_expired on upload_token (expires_at);
