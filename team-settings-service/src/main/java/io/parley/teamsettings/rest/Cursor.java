package io.parley.teamsettings.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.parley.rest.problem.Problem;

/** The key of the last row seen, in a form that invites nobody to build on it. */
final class Cursor {

    private Cursor() {}

    static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static String key(String cursor) {
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.indexOf('\0') < 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words of ours.
        }
        throw Problem.invalid("/cursor", "must be a nextCursor of this list");
    }
}
