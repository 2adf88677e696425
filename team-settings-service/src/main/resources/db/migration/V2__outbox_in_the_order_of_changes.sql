-- The order of the outbox is the order of the changes: ids that the service gives itself can be inserted many at a time.
alter table outbox add column revision bigint, add column place int;
update outbox set revision = (data::json ->> 'revision')::bigint, place = id;
alter table outbox drop constraint outbox_pkey, drop column id, add primary key (revision, place);
