package io.parley.houserules.good.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes its time and its id from whoever calls. */
public record Session(UUID id, Instant startedAt, List<String> steps) {

    public enum Kind {
        SHORT,
        LONG
    }

    public Kind kind(Instant now) {
        return switch (age(now)) {
            case 0 -> Kind.SHORT;
            default -> Kind.LONG;
        };
    }

    private int age(Instant now) {
        return Math.toIntExact(Duration.between(startedAt, now).toDays());
    }
}
