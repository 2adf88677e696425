package io.parley.notification.replay;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import io.parley.notification.message.PastFacts.Place;
import io.parley.notification.message.PastFacts.Which;
import io.parley.rest.problem.Problem;

/**
 * Of which messages to tell once more what became of them; all that is given must hold.
 *
 * @param from time of the request, inclusive
 * @param to time of the request, exclusive
 * @param after nextCursor of the answer before; absent for the beginning
 * @param limit of how many in this call; absent for 500
 */
record ReplayRequest(UUID session, Instant from, Instant to, String after, Integer limit) {

    private static final int MOST = 500;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    Which which() {
        return new Which(session, within(from == null ? Instant.EPOCH : from), within(to == null ? LATEST : to));
    }

    Place place() {
        return after == null ? null : place(after);
    }

    int most() {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problem.invalid("/limit", "must be a number from 1 to " + MOST);
        }
        return limit == null ? MOST : limit;
    }

    static String cursor(Place place) {
        return place.requestedAt() + "~" + place.id();
    }

    private static Place place(String cursor) {
        var parts = cursor.split("~", 2);
        try {
            return new Place(within(Instant.parse(parts[0])), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Problem.invalid("/after", "must be a cursor that an answer gave");
        }
    }

    /** The database's times have ends. */
    private static Instant within(Instant time) {
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LATEST) ? LATEST : time;
    }
}
