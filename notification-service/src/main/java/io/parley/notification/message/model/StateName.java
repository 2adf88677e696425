package io.parley.notification.message.model;

/** The names by which a message's states are stored and shown, each with how far along the way it is. */
public enum StateName {
    REQUESTED(0),
    SENDING(0),
    SENT(1),
    DELIVERED(2),
    UNDELIVERED(2),
    SUPERSEDED(2),
    CANCELLED(2);

    private static final int END = 2;

    private final int rank;

    StateName(int rank) {
        this.rank = rank;
    }

    /** A message's rank never falls. */
    public int rank() {
        return rank;
    }

    /** Whether this is one of the outcomes. */
    public boolean isOutcome() {
        return rank == END;
    }

    /** Whether a handover may still come, so that the content is still needed. */
    public boolean isOpen() {
        return rank == 0;
    }
}
