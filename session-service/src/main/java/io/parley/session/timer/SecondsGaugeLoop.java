package io.parley.session.timer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** A number of seconds that the database is asked for now and then; while it can't say, the last one stands. */
public final class SecondsGaugeLoop {

    private final String name;
    private final String question;
    private final Pool pool;
    private final AtomicLong millis = new AtomicLong();

    /** @param question a statement that answers one row of one column, a float8 */
    public SecondsGaugeLoop(String name, String description, String question, Pool pool, MeterRegistry metrics) {
        this.name = name;
        this.question = question;
        this.pool = pool;
        Gauge.builder(name, millis, last -> last.get() / 1000.0)
                .description(description)
                .register(metrics);
    }

    public void start(Vertx vertx, Duration every) {
        vertx.setPeriodic(every.toMillis(), timer -> measure());
    }

    private void measure() {
        pool.query(question)
                .execute()
                .map(rows -> rows.iterator().next())
                .subscribe()
                .with(this::show, failure -> Log.warnf("%s can't be measured: error=%s", name, failure.toString()));
    }

    /** By clocks that differ a thing may be older than now; it has then waited for nothing. */
    private void show(Row row) {
        millis.set(Math.max(0, Math.round(row.getDouble(0) * 1000)));
    }
}
