package io.parley.notification.register;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import io.parley.rest.problem.Problem;

/** Reads query parameters; one that can't be read is refused by its name. */
final class Parameters {

    private static final int MOST = 100;
    private static final int USUAL = 50;

    private Parameters() {}

    static int limit(String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Problem.invalid("/limit", "must be a number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    static UUID uuid(String name, String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Problem.invalid("/" + name, "must be a UUID");
        }
        return UUID.fromString(text);
    }

    static <E extends Enum<E>> E word(String name, Class<E> type, String text) {
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/" + name, "must be one of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    static Instant instant(String name, String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/" + name, "must be a time such as 2026-11-16T09:30:00Z");
        }
    }

    static String cursor(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.UTF_8));
    }

    static UUID cursor(String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/cursor", "must be a cursor that a list gave");
        }
    }
}
