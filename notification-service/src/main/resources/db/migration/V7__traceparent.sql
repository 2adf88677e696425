-- Where in a trace a message was taken in, so that its handovers, however late, belong to it; and where a fact was written.
alter table message add column traceparent text;
alter table outbox add column traceparent text;
