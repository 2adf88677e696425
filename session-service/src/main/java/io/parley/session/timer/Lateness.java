package io.parley.session.timer;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.LongStream;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How late clocks strike, for operators. */
@Singleton
public class Lateness {

    private static final Duration[] BUCKETS = LongStream.of(100, 250, 500, 1_000, 2_500, 5_000, 30_000, 300_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Timer timer;

    Lateness(MeterRegistry metrics) {
        this.timer = Timer.builder("parley.clocks.lateness")
                .description("From the moment at which a clock was due to the one at which it struck")
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }

    public void record(OffsetDateTime due, OffsetDateTime struck) {
        timer.record(Duration.between(due, struck));
    }
}
