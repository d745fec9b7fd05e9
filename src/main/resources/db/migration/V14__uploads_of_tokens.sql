-- Which token in an address has started which upload: it reaches no other.
create table upload_token_start (
    file_id uuid primary key references file (id) on delete cascade,
    hash    text not null references upload_token (hash) on delete cascade
);

create index upload_token_start_hash on upload_token_start (hash);

-- An owner has so many at most, and an erasure takes them all.
create index upload_token_owner on upload_token (owner, expires_at);
