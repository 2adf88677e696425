-- Access after the end and renewability are clocks now: sessions that have ended already get theirs.
update session set due_at = least(
    case when document::jsonb #>> '{state,before,is}' = 'ACTIVE' and document::jsonb #>> '{state,access,mode}' <> 'NONE'
         then (document::jsonb #>> '{state,access,until}')::timestamptz end,
    (document::jsonb #>> '{state,renewableUntil}')::timestamptz)
where state = 'ENDED';
