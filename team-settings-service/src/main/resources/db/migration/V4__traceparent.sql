-- Where in a trace a change was made, as the header traceparent says it: of the relay's use, and gone with the row.
alter table outbox add column traceparent text;
