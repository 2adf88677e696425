package io.parley.session.presence;

import java.util.Comparator;
import java.util.UUID;

import io.parley.session.session.model.content.Side;

/** That one side of a session has a stream open. */
public record Present(UUID session, Side side) implements Comparable<Present> {

    // Replicas vouch in one order, so that none waits for the other in a circle.
    private static final Comparator<Present> ORDER =
            Comparator.comparing(Present::session).thenComparing(Present::side);

    @Override
    public int compareTo(Present other) {
        return ORDER.compare(this, other);
    }
}
