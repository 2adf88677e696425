package io.parley.session.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether two tellings of one thing differ in no more than when they were told, and in ids that are made for each. */
final class Alike {

    /** Between a rehearsal and its command, on a machine that is busy. */
    private static final Duration TIME_BETWEEN = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final String known;

    /** @param known what was there before: an id in it is not made anew */
    Alike(String known) {
        this.known = known;
    }

    /** Where the two differ; empty where they do not. */
    Optional<String> difference(JsonNode one, JsonNode other) {
        return difference("", one, other);
    }

    private Optional<String> difference(String at, JsonNode one, JsonNode other) {
        if (one.equals(other) || alike(one.asText(""), other.asText(""))) {
            return Optional.empty();
        }
        if (one.isObject() && other.isObject() && one.size() == other.size()) {
            return one.properties().stream()
                    .map(field -> difference(at + "/" + field.getKey(), field.getValue(), other.path(field.getKey())))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                var found = difference(at + "/" + i, one.get(i), other.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return Optional.of(at + ": " + one + " and " + other);
    }

    private boolean alike(String one, String other) {
        if (isNew(one) && isNew(other)) {
            return true;
        }
        return instant(one)
                .flatMap(a -> instant(other).map(b -> Duration.between(a, b)))
                .or(() -> duration(one).flatMap(a -> duration(other).map(a::minus)))
                .map(apart -> apart.abs().compareTo(TIME_BETWEEN) < 0)
                .orElse(false);
    }

    private boolean isNew(String id) {
        return ID.matcher(id).matches() && !known.contains(id);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException no) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException no) {
            return Optional.empty();
        }
    }
}
