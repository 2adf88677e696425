package io.parley.session.limit;

import java.time.Duration;

/**
 * So many in so long: all of them at once, if need be, and then one after each part of the time.
 *
 * @param most at least one
 */
public record Limit(int most, Duration per) {

    /** As configuration writes it: {@code 100/PT10M}. */
    public static Limit of(String text) {
        var parts = text.strip().split("/", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a limit is written as 100/PT10M, not as " + text);
        }
        var limit = new Limit(Integer.parseInt(parts[0].strip()), Duration.parse(parts[1].strip()));
        if (limit.most < 1 || limit.per.isNegative() || limit.per.isZero()) {
            throw new IllegalArgumentException("a limit lets at least one pass in a time that passes, unlike " + text);
        }
        return limit;
    }

    /** Seconds until one more may pass. */
    double each() {
        return per.toMillis() / 1000.0 / most;
    }

    /** Seconds that may be used up in advance. */
    double ahead() {
        return each() * (most - 1);
    }
}
