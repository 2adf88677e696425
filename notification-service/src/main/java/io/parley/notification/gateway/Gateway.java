package io.parley.notification.gateway;

import io.smallrye.mutiny.Uni;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;

/** Hands letters to one provider. Says in the result what went wrong; a failure means that nobody knows. */
public interface Gateway {

    String name();

    /** How many handovers it takes at once. */
    int connections();

    Uni<Handover> handOver(Letter letter);

    /** Whether it is left alone for now, since it failed again and again. */
    default boolean isResting() {
        return false;
    }

    /** Lets go of connections when the service stops. */
    default void close() {}
}
