package io.parley.session.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

import io.parley.session.timer.SecondsGaugeLoop;

/** Measures what waits for the broker: how long the oldest event has, which is how far the relay lags behind. */
@ApplicationScoped
class OutboxGaugeLoop {

    private static final String MEASURE = "select coalesce(extract(epoch from clock_timestamp() -"
            + " (select at from outbox order by position limit 1)), 0)::float8";

    private final SecondsGaugeLoop gauge;
    private final OutboxConfig config;

    OutboxGaugeLoop(Pool pool, OutboxConfig config, MeterRegistry metrics) {
        this.gauge = new SecondsGaugeLoop(
                "parley.outbox.age.seconds",
                "How long the oldest event has waited for the broker",
                MEASURE,
                pool,
                metrics);
        this.config = config;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        gauge.start(vertx, config.measureEvery());
    }
}
