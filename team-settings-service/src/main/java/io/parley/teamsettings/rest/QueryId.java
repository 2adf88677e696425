package io.parley.teamsettings.rest;

import java.util.UUID;

import io.parley.rest.problem.Problem;

/** Ids in a query; taken as text, for one that does not parse would be answered as 404. */
public final class QueryId {

    private QueryId() {}

    /** Null when none is given. */
    public static UUID of(String name, String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/" + name, "must be an id");
        }
    }
}
