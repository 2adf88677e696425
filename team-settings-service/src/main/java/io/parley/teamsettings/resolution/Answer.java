package io.parley.teamsettings.resolution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.parley.teamsettings.resolution.model.Facts;
import io.parley.teamsettings.resolution.model.Resolution;

/** A resolution that was answered, and up to which change and for how long it holds. */
record Answer(byte[] json, Concern concern, long revision, long readAt, long holdsNanos) {

    static Answer of(Concern concern, Facts facts, Resolution resolution, String json) {
        var holds = resolution
                .holdsUntil()
                .map(end -> Duration.between(facts.now(), end))
                .filter(span -> span.toDays() < 365)
                .map(Duration::toNanos)
                .orElse(Long.MAX_VALUE);
        return new Answer(json.getBytes(StandardCharsets.UTF_8), concern, facts.clock(), System.nanoTime(), holds);
    }

    boolean holds(Touches touches) {
        return revision >= touches.newest(concern) && (endsNever() || nanosLeft() > 0);
    }

    boolean endsNever() {
        return holdsNanos == Long.MAX_VALUE;
    }

    /** For how many whole seconds more nothing ends by itself. */
    long secondsLeft() {
        return Math.max(0, Duration.ofNanos(nanosLeft()).toSeconds());
    }

    private long nanosLeft() {
        return holdsNanos - (System.nanoTime() - readAt);
    }
}
