-- What could not be worked off, whole, so that it can be tried again once the reason is gone.
create table dead_letter (
    topic      text not null,
    partition  integer not null,
    "offset"   bigint not null,
    reason     text not null,
    headers    text not null,
    value      bytea not null,
    arrived_at timestamptz not null default now(),
    primary key (topic, partition, "offset")
);

-- How many texts went to a number, a prefix, a country, for an agent, for a team, in a window of time.
create table budget (
    scope     text not null,
    key       text not null,
    starts_at timestamptz not null,
    used      integer not null,
    primary key (scope, key, starts_at)
);

create index inbox_arrived on inbox (arrived_at);
-- For the purge only; a tree would cost each step of each message
create index message_received on message using brin (received_at);
