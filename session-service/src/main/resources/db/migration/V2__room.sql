-- What customers put into the steps of workflows. It outlives expiry, re-engaging and renewal, which touch the
-- workflow in the session's document only.
create table step_input (
    session_id  uuid        not null,
    workflow_id uuid        not null,
    step        text        not null,
    input       text        not null,
    at          timestamptz not null,
    primary key (session_id, workflow_id, step)
);

-- Files of one session; their bytes are beside them in pieces, so that no part of one needs the whole.
create table document (
    session_id   uuid        not null,
    id           uuid        not null,
    name         text        not null,
    content_type text        not null,
    size         bigint      not null,
    sha256       text        not null,
    uploaded_by  text        not null check (uploaded_by in ('AGENT', 'CUSTOMER')),
    -- the step that it was uploaded for; null for none
    workflow_id  uuid,
    step         text,
    at           timestamptz not null,
    primary key (session_id, id)
);

create table document_piece (
    session_id  uuid  not null,
    document_id uuid  not null,
    place       int   not null,
    bytes       bytea not null,
    primary key (session_id, document_id, place)
);
-- Compressing what is compressed already costs time and gains nothing.
alter table document_piece alter column bytes set storage external;
