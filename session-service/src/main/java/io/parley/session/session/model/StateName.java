package io.parley.session.session.model;

/** The names of a session's states, as they stand in the API, in events and in the store. */
public enum StateName {
    PLANNED,
    INVITED,
    ACTIVE,
    ENDED
}
