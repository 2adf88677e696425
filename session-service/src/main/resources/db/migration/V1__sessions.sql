-- One row per session: the row is what a lock guards. The document is the truth; the columns
-- beside it are what is searched and what the clocks run by, written with it (docs/adr/0007).
create table session (
    id            uuid primary key,
    version       bigint      not null,
    sequence      bigint      not null,
    state         text        not null check (state in ('PLANNED', 'INVITED', 'ACTIVE', 'ENDED')),
    owner         text        not null,
    home_team     uuid        not null,
    settings_team uuid        not null,
    customer_name text        not null,
    email         text,
    phone         text,
    external_id   text,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    -- when the next of its clocks strikes; null while none runs
    due_at        timestamptz,
    document      text        not null
);

-- Every write of a running session moves due_at; dead entries at the head of its index are what
-- makes claims slow, so this table is vacuumed early.
alter table session set (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create index session_due on session (due_at) where due_at is not null;
-- Ids are UUIDv7: their order is the order of creation, newest first is the order of every list.
create index session_owner on session (owner, id desc);
create index session_home_team on session (home_team, id desc);
create index session_settings_team on session (settings_team, id desc);
create index session_email on session (email, id desc) where email is not null;
create index session_phone on session (phone, id desc) where phone is not null;
create index session_external_id on session (external_id, id desc) where external_id is not null;
create index session_customer_name on session (lower(customer_name) text_pattern_ops, id desc);

-- What happened, gapless per session; the same entries that other systems get as events.
create table timeline (
    session_id     uuid        not null,
    sequence       bigint      not null,
    event_id       uuid        not null,
    type           text        not null,
    at             timestamptz not null,
    correlation_id uuid        not null,
    data           text        not null,
    primary key (session_id, sequence)
);

-- What is to be published: written with the change that caused it, deleted when the broker has it.
create table outbox (
    position       bigint generated always as identity,
    event_id       uuid        not null,
    session_id     uuid        not null,
    topic          text        not null,
    type           text        not null,
    at             timestamptz not null,
    sequence       bigint,
    correlation_id uuid        not null,
    data           text        not null
);
alter table outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);
create index outbox_position on outbox (position);

-- What was consumed; the mark and the work commit together.
create table inbox (
    session_id  uuid        not null,
    event_id    uuid        not null,
    consumed_at timestamptz not null default now(),
    primary key (session_id, event_id)
);

-- Snapshots that sessions pin, as team-settings-service made them; they outlive the team.
create table settings_snapshot (
    hash text primary key,
    body text not null
);
