package io.parley.teamsettings.resolution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.parley.teamsettings.resolution.model.Facts;
import io.parley.teamsettings.resolution.model.Resolution;

/** A resolution that was answered, and up to which change and for how long it holds. */
record Answer(byte[] json, long revision, long readAt, long holdsNanos) {

    static Answer of(Facts facts, Resolution resolution, String json) {
        var holds = resolution
                .holdsUntil()
                .map(end -> Duration.between(facts.now(), end))
                .filter(span -> span.toDays() < 365)
                .map(Duration::toNanos)
                .orElse(Long.MAX_VALUE);
        return new Answer(json.getBytes(StandardCharsets.UTF_8), facts.clock(), System.nanoTime(), holds);
    }

    boolean isOf(long newest) {
        return revision >= newest && System.nanoTime() - readAt < holdsNanos;
    }
}
