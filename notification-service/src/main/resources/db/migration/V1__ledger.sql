-- The ledger: one row per message for good, without anything personal but a masked contact.
create table message (
    id             uuid primary key,
    session_id     uuid not null,
    invitation_id  uuid,
    kind           text,
    channel        text,
    contact_hint   text,
    home_team      uuid,
    owner          text,
    correlation_id text,
    requested_at   timestamptz, -- null: a cancel came before its request
    received_at    timestamptz not null default now(),
    give_up_at     timestamptz,
    state          text not null,
    cancelled      text, -- a cancel that waits for the end of a running handover
    reason         text,
    due_at         timestamptz, -- of a message that is being sent: when its lease ends
    epoch          bigint not null default 0, -- fences the lease: whoever completes must know it
    made           integer not null default 0,
    unknown        integer not null default 0,
    round          integer not null default 0,
    gateway_at     integer not null default 0,
    gateway        text,
    reference      text,
    sent_at        timestamptz,
    ended_at       timestamptz
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

create index message_due on message (channel, due_at) where state in ('REQUESTED', 'SENDING');
create index message_of_session on message (session_id, id);
create index message_requested on message (requested_at, id);
create index message_reference on message (gateway, reference) where reference is not null;

-- What is personal and secret lives only until the handover.
create table content (
    message_id uuid primary key,
    request    text not null
) with (autovacuum_vacuum_scale_factor = 0.02);

create table attempt (
    message_id uuid not null,
    number     integer not null,
    gateway    text,
    result     text not null,
    reason     text,
    ended_at   timestamptz not null default now(),
    primary key (message_id, number)
);

-- Each event is worked off once; its mark commits with the work.
create table inbox (
    event_id   uuid primary key,
    arrived_at timestamptz not null default now()
);

create table outbox (
    id         bigint generated always as identity primary key,
    slice      smallint not null, -- of the session, so that one session's events have one relay at a time
    event_id   uuid not null,
    type       text not null,
    session_id uuid not null,
    correlation_id text,
    occurred_at timestamptz not null default now(),
    data       text not null
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

create index outbox_slice on outbox (slice, id);

create table channel (
    name       text primary key,
    state      text not null,
    changed_at timestamptz not null default now(),
    changed_by text,
    version    bigint not null default 0
);

insert into channel (name, state) values ('EMAIL', 'RUNNING'), ('SMS', 'RUNNING');
