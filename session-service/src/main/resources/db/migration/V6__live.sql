-- What was written in the chat. The only place in which it stands: events, logs and searches have the number, never
-- the text.
create table message (
    session_id uuid        not null,
    -- from 1, gapless
    number     int         not null,
    id         uuid        not null,
    author     text        not null check (author in ('AGENT', 'CUSTOMER')),
    name       text        not null,
    text       text        not null,
    at         timestamptz not null,
    primary key (session_id, number)
);

-- Who is there, of either side. "until" is a lease that is renewed every few seconds by every replica that has a stream
-- of that side open; what nobody renews is offline, by this database's clock (docs/adr/0015).
create table presence (
    session_id uuid        not null,
    side       text        not null check (side in ('AGENT', 'CUSTOMER')),
    online     boolean     not null,
    -- when it came to be so; does not move when the lease does, so that renewals touch no index
    since      timestamptz not null,
    until      timestamptz not null,
    primary key (session_id, side)
);
alter table presence set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index presence_since on presence (since);
create index presence_online on presence (session_id) where online;

-- One order for the entries of all sessions, so that a reader can go on where it stopped. A position is taken under
-- the session's lock; below which of them none can appear any more, the reader can tell (docs/adr/0015).
create sequence timeline_position;
alter table timeline add column position bigint;
update timeline t set position = o.position
from (select session_id, sequence, row_number() over (order by session_id, sequence) as position from timeline) o
where t.session_id = o.session_id and t.sequence = o.sequence;
select setval('timeline_position', coalesce((select max(position) from timeline), 0) + 1, false);
alter table timeline alter column position set default nextval('timeline_position');
alter table timeline alter column position set not null;
create unique index timeline_in_order on timeline (position);
