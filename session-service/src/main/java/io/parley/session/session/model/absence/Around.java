package io.parley.session.session.model.absence;

import java.time.Instant;
import java.util.function.Supplier;

import io.parley.session.session.model.invitation.Link;

/**
 * What clocks that speak to the customer have to be told.
 *
 * @param links makes a fresh link whenever one is needed
 * @param lastInRoom when the customer was last in the room, now for one who is in it; null where that is not known
 */
public record Around(Supplier<Link> links, Instant lastInRoom) {}
