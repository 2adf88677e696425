package io.parley.session.access;

/** What somebody may be allowed to do with a session. */
public enum Action {
    SEE,
    INVITE,
    REENGAGE,
    END,
    RENEW,
    TRANSFER,
    CHANGE,
    COPY_LINK
}
