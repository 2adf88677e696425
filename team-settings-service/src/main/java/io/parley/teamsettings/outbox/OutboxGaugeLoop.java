package io.parley.teamsettings.outbox;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** Measures what waits for the broker: how long the oldest event has, which is how far the relay lags behind. */
@ApplicationScoped
class OutboxGaugeLoop {

    private static final String MEASURE = "select coalesce(extract(epoch from clock_timestamp() -"
            + " (select at from outbox order by revision, place limit 1)), 0)::float8 as age";

    private final Vertx vertx;
    private final Pool pool;
    private final OutboxConfig config;
    private final AtomicLong millis = new AtomicLong();

    OutboxGaugeLoop(Vertx vertx, Pool pool, OutboxConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        Gauge.builder("parley.outbox.age.seconds", millis, age -> age.get() / 1000.0)
                .description("How long the oldest event has waited for the broker")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.measureEvery().toMillis(), timer -> measure());
    }

    private void measure() {
        pool.query(MEASURE)
                .execute()
                .map(rows -> rows.iterator().next())
                .subscribe()
                .with(this::show, failure -> Log.warnf("The outbox can't be measured: error=%s", failure.toString()));
    }

    private void show(Row row) {
        millis.set(Math.max(0, Math.round(row.getDouble("age") * 1000)));
    }
}
