-- Answers to repeat for a day. Neither the key nor the answer can be read from here: the answer is
-- encrypted under the key, which only its caller has (it may hold a contact or a link).
create table idempotency_key (
    hash        text        primary key,
    fingerprint text        not null,
    answer      bytea       not null,
    created_at  timestamptz not null default now()
);
create index idempotency_key_age on idempotency_key (created_at);
