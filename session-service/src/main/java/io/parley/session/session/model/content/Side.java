package io.parley.session.session.model.content;

/** The two who meet in a session. */
public enum Side {
    AGENT,
    CUSTOMER
}
