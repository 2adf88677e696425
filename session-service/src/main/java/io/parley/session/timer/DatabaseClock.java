package io.parley.session.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The database's time, without asking it each time: its distance to this process's monotonic clock is measured every
 * few seconds, so that a node whose wall clock is wrong, or jumps, decides like every other (docs/adr/0008).
 */
@ApplicationScoped
public class DatabaseClock implements InstantSource {

    private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);

    private final Pool pool;
    private final PulseLoop measuring;
    private final KnownTime known = new KnownTime();

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

    /** @throws ClockNotMeasured before the database has answered often enough for its time to be known well */
    @Override
    public Instant instant() {
        if (!known.isWellKnown()) {
            throw new ClockNotMeasured();
        }
        return known.at(System.nanoTime());
    }

    public boolean isMeasured() {
        return known.isWellKnown();
    }

    private Uni<Boolean> measure() {
        return pool.withConnection(this::look).map(nothing -> !known.isWellKnown());
    }

    /** On a connection that is there already: to wait for one is not to wait for the answer. */
    private Uni<RowSet<Row>> look(SqlConnection connection) {
        long asked = System.nanoTime();
        return connection.query("select clock_timestamp()").execute().invoke(rows -> learn(rows, asked));
    }

    private void learn(RowSet<Row> rows, long asked) {
        known.learn(rows.iterator().next().getOffsetDateTime(0).toInstant(), asked, System.nanoTime());
    }

    /** The database has not answered often enough yet; nothing can be decided that depends on the time. */
    public static final class ClockNotMeasured extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClockNotMeasured() {
            super("the database's clock is not known yet");
        }
    }
}
