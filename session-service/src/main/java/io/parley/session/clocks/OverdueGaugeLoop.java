package io.parley.session.clocks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

import io.parley.session.timer.SecondsGaugeLoop;

/** Measures for how long a clock has been due that has not struck; what strikes nothing at all is seen by this alone. */
@ApplicationScoped
class OverdueGaugeLoop {

    private static final String MEASURE = "select coalesce(extract(epoch from statement_timestamp() - min(due_at)), 0)"
            + "::float8 from session where due_at <= statement_timestamp()";

    private final SecondsGaugeLoop gauge;
    private final ClocksConfig config;

    OverdueGaugeLoop(Pool pool, ClocksConfig config, MeterRegistry metrics) {
        this.gauge = new SecondsGaugeLoop(
                "parley.clocks.overdue.seconds",
                "For how long the oldest clock that has not struck has been due",
                MEASURE,
                pool,
                metrics);
        this.config = config;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        gauge.start(vertx, config.measureEvery());
    }
}
