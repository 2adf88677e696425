-- What ended sessions leave behind is retained for a time. Those that ended before there was a setting for it have its
-- default, of which documents are the first to go.
update session set due_at = least(due_at, ended_at + interval '90 days') where state = 'ENDED';
