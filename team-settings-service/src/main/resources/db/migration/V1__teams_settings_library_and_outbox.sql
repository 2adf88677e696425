-- Every write takes the next revision from this one row and holds its lock until the commit: revisions become visible
-- in their order, so that "nothing newer than n" can be said after one look. Settings change rarely; order is worth more
-- than parallel writes.
create table clock (
    one      boolean primary key default true check (one),
    revision bigint not null
);
insert into clock (revision) values (0);

create table team (
    id         uuid primary key,
    name       text not null,
    edited     bigint not null,
    revision   bigint not null,
    created_at timestamptz not null
);
create unique index team_name on team (lower(name));
comment on column team.edited is 'revision of the newest change of the team itself: its ETag';
comment on column team.revision is 'revision of the newest change that touches the team: name, settings, assets, workflows';

create table member (
    subject    text primary key,
    name       text not null,
    email      text not null,
    main_team  uuid not null references team,
    revision   bigint not null
);
create index member_main_team on member (main_team, subject);

create table member_secondary_team (
    subject text not null references member on delete cascade,
    team    uuid not null references team,
    place   int not null,
    primary key (subject, team)
);
create index member_secondary_team_team on member_secondary_team (team, subject);

-- One row per value that is set; scope is a team's id, or the nil id for the organisation.
create table setting (
    scope    uuid not null,
    key      text not null,
    value    text not null,
    revision bigint not null,
    author   text not null,
    at       timestamptz not null,
    primary key (scope, key)
);
create index setting_key on setting (key);

create table settings_revision (
    scope    uuid not null,
    revision bigint not null,
    at       timestamptz not null,
    author   text not null,
    reason   text,
    restores bigint,
    own      text not null,
    primary key (scope, revision)
);

create table content (
    sha256       text primary key,
    content_type text not null,
    size         bigint not null
);
create table content_chunk (
    sha256 text not null references content on delete cascade,
    place  int not null,
    bytes  bytea not null,
    primary key (sha256, place)
);
alter table content_chunk alter column bytes set storage external;

create table asset (
    id         uuid primary key,
    name       text not null,
    kind       text not null,
    teams      uuid[] not null,
    url        text,
    text       text,
    schema     text,
    content    text references content,
    published  int not null default 0,
    archived   boolean not null default false,
    revision   bigint not null,
    created_at timestamptz not null
);
create index asset_teams on asset using gin (teams);

create table asset_version (
    asset        uuid not null references asset on delete cascade,
    version      int not null,
    name         text not null,
    kind         text not null,
    url          text,
    text         text,
    schema       text,
    content      text references content,
    published_at timestamptz not null,
    author       text not null,
    primary key (asset, version)
);

create table workflow (
    id            uuid primary key,
    name          text not null,
    teams         uuid[] not null,
    expires_after text not null,
    steps         text not null,
    published     int not null default 0,
    archived      boolean not null default false,
    revision      bigint not null,
    created_at    timestamptz not null
);
create index workflow_teams on workflow using gin (teams);

create table workflow_version (
    workflow      uuid not null references workflow on delete cascade,
    version       int not null,
    name          text not null,
    expires_after text not null,
    steps         text not null,
    published_at  timestamptz not null,
    author        text not null,
    primary key (workflow, version)
);

-- Immutable, once per content; never deleted, for a session anywhere may pin it.
create table snapshot (
    hash       text primary key,
    team       uuid not null,
    revision   bigint not null,
    content    text not null,
    created_at timestamptz not null default now()
);

-- What was done, by whom: the audit. Append-only.
create table change (
    revision bigint not null,
    place    int not null,
    at       timestamptz not null,
    author   text not null,
    kind     text not null,
    team     uuid,
    subject  text,
    item     uuid,
    detail   text,
    reason   text,
    primary key (revision, place)
);
create index change_team on change (team, revision);

create table outbox (
    id       bigint generated always as identity primary key,
    event_id uuid not null,
    key      text not null,
    data     text not null,
    at       timestamptz not null
);
-- Whoever holds this row's lock relays; so the order of the outbox is the order on the topic, with any number of replicas.
create table outbox_turn (
    one boolean primary key default true check (one)
);
insert into outbox_turn default values;

create table logo (
    sha256       text primary key,
    content_type text not null,
    bytes        bytea not null,
    created_at   timestamptz not null default now()
);
