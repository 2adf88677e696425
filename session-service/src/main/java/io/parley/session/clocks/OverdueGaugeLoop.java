package io.parley.session.clocks;

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

/** Measures for how long a clock has been due that has not struck; what strikes nothing at all is seen by this alone. */
@ApplicationScoped
class OverdueGaugeLoop {

    private static final String MEASURE = "select coalesce(extract(epoch from statement_timestamp() - min(due_at)), 0)"
            + "::float8 as overdue from session where due_at <= statement_timestamp()";

    private final Vertx vertx;
    private final Pool pool;
    private final ClocksConfig config;
    private final AtomicLong millis = new AtomicLong();

    OverdueGaugeLoop(Vertx vertx, Pool pool, ClocksConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        Gauge.builder("parley.clocks.overdue.seconds", millis, overdue -> overdue.get() / 1000.0)
                .description("For how long the oldest clock that has not struck has been due")
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
                .with(this::show, failure -> Log.warnf("Clocks can't be measured: error=%s", failure.toString()));
    }

    private void show(Row row) {
        millis.set(Math.round(row.getDouble("overdue") * 1000));
    }
}
