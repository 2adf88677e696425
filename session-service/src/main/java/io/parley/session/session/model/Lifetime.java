package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something lasts: a length, or never ending.
 *
 * @param length null for never
 */
public record Lifetime(Duration length) {

    public static final Lifetime NEVER = new Lifetime(null);

    public static Lifetime of(Duration length) {
        return new Lifetime(length);
    }

    /** When it ends if it begins at {@code start}; null for never, and where the calendar ends. */
    public Instant endFrom(Instant start) {
        return length == null || length.compareTo(Duration.between(start, Instant.MAX)) > 0
                ? null
                : start.plus(length);
    }
}
