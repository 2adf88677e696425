-- The versions in which the customer did something last, and which the owner saw last. Versions, not times: who reads a
-- session while the customer's next act commits has not seen that act (docs/adr/0016).
alter table session
    add column customer_version bigint not null default 0,
    add column seen_version     bigint not null default 0;

-- Every list is newest first. An index that a search walks begins with whatever it is given and with the state, so that
-- a page reads about as many entries as it has lines, however many sessions there are. "nulls last", of which there are
-- none, is an order that the primary key does not have: the planner can't take it for a way to a rare state's sessions,
-- by walking past all others.
drop index session_owner;
drop index session_home_team;
drop index session_settings_team;
drop index session_customer_name;
create index session_owner on session (owner, state, id desc nulls last);
create index session_home_team on session (home_team, state, id desc nulls last);
create index session_open on session (state, id desc nulls last) where state <> 'ENDED';
create index session_borrowed_by on session (home_team, settings_team, state, id desc nulls last)
    where settings_team <> home_team;
create index session_borrowed_of on session (settings_team, state, id desc nulls last) where settings_team <> home_team;
-- Few at any time: only what waits for its owner's look.
create index session_updated on session (id desc nulls last) where customer_version > seen_version;
create index session_updated_owner on session (owner, id desc nulls last) where customer_version > seen_version;
create index session_updated_team on session (home_team, id desc nulls last) where customer_version > seen_version;

-- The words of customers' names, folded (history/Words), with who may find them: a name is found by the beginning of any
-- of its words, from the index alone. Written at the start and with another customer or owner; not with every command.
create table customer_word (
    session_id uuid             not null,
    word       text collate "C" not null,
    owner      text             not null,
    home_team  uuid             not null,
    primary key (session_id, word)
);
create index customer_word_found on customer_word (word, session_id desc) include (owner, home_team);
alter table customer_word alter column word set statistics 500;
insert into customer_word (session_id, word, owner, home_team)
select distinct s.id, left(w.word, 60), s.owner, s.home_team
from session s
     cross join regexp_split_to_table(
         regexp_replace(normalize(lower(s.customer_name), NFKD), '[\u0300-\u036F]', '', 'g'), '[^[:alnum:]]+') as w (word)
where w.word <> '';

-- When a limit is as good as new again, by the keyed hash of whom it is for. Forgotten by a crash, which harms nobody.
create unlogged table rate_limit (
    key     bytea       primary key,
    free_at timestamptz not null
);
alter table rate_limit set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1);
