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

    // RFC 3339 has four digits for the year.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public static Lifetime of(Duration length) {
        return new Lifetime(length);
    }

    /** When it ends if it begins at {@code start}; null for never, and beyond the last year that can be written. */
    public Instant endFrom(Instant start) {
        // Not by Duration.between, which fails inside, and costs a stack trace, where the last year is centuries away.
        if (length == null || length.getSeconds() > LAST.getEpochSecond() - start.getEpochSecond()) {
            return null;
        }
        var end = start.plus(length);
        return end.isAfter(LAST) ? null : end;
    }
}
