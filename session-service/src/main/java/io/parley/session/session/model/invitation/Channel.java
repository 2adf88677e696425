package io.parley.session.session.model.invitation;

/** How an invitation travels; an external one is carried by the agent. */
public enum Channel {
    EMAIL,
    SMS,
    EXTERNAL
}
