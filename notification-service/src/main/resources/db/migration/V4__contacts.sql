-- For the erasure of contacts: only rows that still have one are looked at.
create index message_with_contact on message (received_at) where contact_hint is not null;
