-- What makes a repeated start the same one, and what each upload costs its owner.
alter table file add column idempotency_key text;          -- of the client; free again when null
alter table file add column request_hash text;             -- SHA-256 of the canonical start body
alter table file add column charged bigint not null default 0; -- bytes of the owner's account

create unique index file_idempotency on file (owner, idempotency_key);

-- used_bytes is the sum of the owner's file.charged, pending the number of its open rows. Both
-- change in the transaction that changes the row.
create table account (
    owner      text   primary key,
    used_bytes bigint not null,
    pending    int    not null
);

-- Each upload is charged with the content that it brought, wherever that stands by now.
update file set charged = case
    when state in ('pending', 'verifying')
        then coalesce(signed_size, (terms ->> 'max_size')::bigint)
    else coalesce(
        (select max(present.size) from file present
         where present.content_id = file.id and present.state = 'finished'),
        (select max(old.size) from file_version old where old.content_id = file.id),
        0)
    end;

insert into account (owner, used_bytes, pending)
select owner, sum(charged), count(*) filter (where state in ('pending', 'verifying'))
from file group by owner;
