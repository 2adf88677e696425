package io.parley.session.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * The database's time, without asking it each time: its distance to this process's monotonic clock is measured every
 * few seconds, so that a node whose wall clock is wrong, or jumps, decides like every other (docs/adr/0008).
 */
@ApplicationScoped
public class DatabaseClock implements InstantSource {

    /** One part in five thousand is more than any two clocks that are fit for a server drift apart. */
    private static final long DRIFT = 5_000;

    private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);

    private final Pool pool;
    private final PulseLoop measuring;

    private volatile Sample sample;

    /** @param error how far off it may be, in nanoseconds: half of the round trip */
    private record Sample(Instant time, long nanos, long error) {

        /** Two clocks drift apart: what was exact does not stay so. */
        long errorAt(long now) {
            return error + (now - nanos) / DRIFT;
        }
    }

    DatabaseClock(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.measuring = new PulseLoop(
                "Measuring the database's clock", vertx, MEASURE_EVERY, Duration.ofSeconds(1), this::measure);
    }

    void start(@Observes StartupEvent event) {
        measuring.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        measuring.stop();
    }

    /** @throws ClockNotMeasured before the database has answered for the first time */
    @Override
    public Instant instant() {
        var last = sample;
        if (last == null) {
            throw new ClockNotMeasured();
        }
        // The database keeps microseconds; what it can't keep must not be decided upon.
        return last.time().plusNanos(System.nanoTime() - last.nanos()).truncatedTo(ChronoUnit.MICROS);
    }

    public boolean isMeasured() {
        return sample != null;
    }

    private Uni<Boolean> measure() {
        long asked = System.nanoTime();
        return pool.query("select clock_timestamp()")
                .execute()
                .invoke(rows -> keep(rows, asked))
                .replaceWith(false);
    }

    private void keep(RowSet<Row> rows, long asked) {
        long answered = System.nanoTime();
        long halfWay = (answered - asked) / 2;
        var time = rows.iterator().next().getOffsetDateTime(0).toInstant();
        // The database looked at its clock somewhere between question and answer: the middle errs least.
        var latest = new Sample(time, asked + halfWay, halfWay);
        var last = sample;
        // A slow answer, of a database that stood still or had a queue, must not replace what is known better.
        if (last == null || latest.error() <= last.errorAt(answered)) {
            sample = latest;
        }
    }

    /** The database has not answered yet; nothing can be decided that depends on the time. */
    public static final class ClockNotMeasured extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClockNotMeasured() {
            super("the database's clock is not known yet");
        }
    }
}
