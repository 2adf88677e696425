package io.parley.session.session.model.invitation;

/** How far an invitation has come. */
public enum InvitationState {
    REQUESTED(0),
    SENT(1),
    DELIVERED(2),
    UNDELIVERED(2),
    ACCEPTED(3),
    EXPIRED(3),
    SUPERSEDED(3),
    WITHDRAWN(3);

    private final int rank;

    InvitationState(int rank) {
        this.rank = rank;
    }

    /** Receipts come late, twice and out of order; only one that leads forward counts, and an outcome is none. */
    public boolean leadsTo(InvitationState next) {
        return next.rank > rank && next.rank < ACCEPTED.rank;
    }
}
