package io.parley.session.listing;

import java.time.Instant;

import io.parley.rest.problem.Problem;

/** The times that a list can be cut at: those that RFC 3339 can write, which the database can keep and reckon with. */
public final class Moments {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    /** @param time null for no cut */
    public static void require(String pointer, Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw Problem.invalid(pointer, "must be of the years 0000 to 9999");
        }
    }
}
