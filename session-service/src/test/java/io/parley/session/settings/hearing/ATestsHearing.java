package io.parley.session.settings.hearing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A hearing that hears what a test says. */
public final class ATestsHearing {

    private final Hearing hearing = new Hearing(
            new HearingConfig() {
                @Override
                public String topic() {
                    return "";
                }

                @Override
                public Duration lookEvery() {
                    return Duration.ZERO;
                }

                @Override
                public Duration trustFor() {
                    return Duration.ofHours(1);
                }

                @Override
                public Duration settle() {
                    return Duration.ZERO;
                }
            },
            new SimpleMeterRegistry());

    public Hearing hearing() {
        return hearing;
    }

    /** From now on it would hear of each change. */
    public void isSure() {
        hearing.beginAnew();
    }

    public void hearsOfTeam(UUID team, long revision) {
        hearing.hear(new Changed(team, revision, "SETTINGS", List.of("room.chat"), null));
    }
}
