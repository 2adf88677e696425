package io.parley.teamsettings.rest;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.parley.rest.problem.Problem;

/** Which part of a list is wanted. */
public class PageRequest {

    private static final int USUAL = 50;
    private static final int MOST = 100;

    @QueryParam("limit")
    @Parameter(description = "1 to 100, 50 unless given")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    String cursor;

    public int limit() {
        if (limit == null) {
            return USUAL;
        }
        // Taken as text, for a number that does not parse would be answered as 404.
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw Problem.invalid("/limit", "must be a number from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }

    /** The key after which the page begins; what sorts before all keys for the first page. */
    public String after() {
        return cursor == null ? "" : Cursor.key(cursor);
    }

    /** The same where the keys are ids. */
    public UUID afterId() {
        try {
            return cursor == null ? new UUID(0, 0) : UUID.fromString(after());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/cursor", "must be a nextCursor of this list");
        }
    }

    /** The same where the keys are numbers, and the greatest comes first. */
    public long beforeNumber() {
        var after = after();
        if (after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problem.invalid("/cursor", "must be a nextCursor of this list");
        }
        return Long.parseLong(after);
    }
}
