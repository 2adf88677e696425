package io.parley.session.session.model.afterend;

/** What the customer may still do after the end. */
public enum AccessMode {
    NONE,
    VIEW,
    FULL
}
