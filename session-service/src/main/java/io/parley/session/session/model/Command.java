package io.parley.session.session.model;

/** What may be asked of a session; with the state it decides, together they are total. */
public enum Command {
    INVITE,
    RESEND,
    REENGAGE,
    JOIN,
    END,
    RENEW,
    TRANSFER,
    CHANGE,
    ISSUE_LINK,
    RESTART_WORKFLOW
}
