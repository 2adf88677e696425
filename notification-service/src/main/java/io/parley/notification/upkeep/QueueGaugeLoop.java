package io.parley.notification.upkeep;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import static java.util.stream.Collectors.toList;

/** Measures the queues: how many messages wait on each channel, and how long the oldest has waited. */
@ApplicationScoped
class QueueGaugeLoop {

    private static final String MEASURE = """
            select name, count(m.id) as size, coalesce(extract(epoch from now() - min(m.received_at)), 0)::bigint as age
              from channel
              left join message m on m.channel = name and m.state in ('REQUESTED', 'SENDING')
             group by name
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final UpkeepConfig config;
    private final MultiGauge sizes;
    private final MultiGauge ages;

    QueueGaugeLoop(Vertx vertx, Pool pool, UpkeepConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        this.sizes = MultiGauge.builder("parley.queue.size").register(metrics);
        this.ages = MultiGauge.builder("parley.queue.age.seconds").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.measureEvery().toMillis(), timer -> measure());
    }

    private void measure() {
        pool.query(MEASURE)
                .execute()
                .subscribe()
                .with(this::show, failure -> Log.warnf("Queues can't be measured: error=%s", failure.toString()));
    }

    private void show(RowSet<Row> channels) {
        sizes.register(values(channels, "size"), true);
        ages.register(values(channels, "age"), true);
    }

    private static List<MultiGauge.Row<?>> values(RowSet<Row> channels, String column) {
        return channels.stream()
                .map(row -> MultiGauge.Row.of(Tags.of("channel", row.getString("name")), row.getLong(column)))
                .collect(toList());
    }
}
