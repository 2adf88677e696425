package io.parley.session.presence;

import io.parley.session.session.model.content.Side;

/** Who of the two is there; a customer who has not joined has never been. */
public record Presence(Seen customer, Seen agent) {

    public static final Presence NOBODY = new Presence(Seen.NEVER, Seen.NEVER);

    static Presence of(Side side, Seen seen) {
        return side == Side.CUSTOMER ? new Presence(seen, Seen.NEVER) : new Presence(Seen.NEVER, seen);
    }

    Presence and(Presence other) {
        return new Presence(
                customer == Seen.NEVER ? other.customer : customer, agent == Seen.NEVER ? other.agent : agent);
    }
}
