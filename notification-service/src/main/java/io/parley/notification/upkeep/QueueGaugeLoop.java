package io.parley.notification.upkeep;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import static java.util.stream.Collectors.toList;

/** Measures the queues: how many messages wait on each channel, for how long, and what waits for somebody. */
@ApplicationScoped
class QueueGaugeLoop {

    private static final String MEASURE = """
            select name, count(m.id) as size, coalesce(extract(epoch from now() - min(m.received_at)), 0)::bigint as age,
                   count(m.id) filter (where m.give_up_at < now()) as overdue
              from channel
              left join message m on m.channel = name and m.state in ('REQUESTED', 'SENDING')
             group by name
            """;

    private static final String MEASURE_BESIDES = """
            select (select count(*) from dead_letter) as dead,
                   coalesce(extract(epoch from now() - (select min(occurred_at) from outbox)), 0)::float8 as age
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final UpkeepConfig config;
    private final MultiGauge sizes;
    private final MultiGauge ages;
    private final MultiGauge overdue;
    private final AtomicLong deadLetters = new AtomicLong();
    private final AtomicLong outboxMillis = new AtomicLong();
    private long timer;

    QueueGaugeLoop(Vertx vertx, Pool pool, UpkeepConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        this.sizes = MultiGauge.builder("parley.queue.size").register(metrics);
        this.ages = MultiGauge.builder("parley.queue.age.seconds").register(metrics);
        this.overdue = MultiGauge.builder("parley.messages.overdue").register(metrics);
        Gauge.builder("parley.dead.letters", deadLetters, AtomicLong::get).register(metrics);
        Gauge.builder("parley.outbox.age.seconds", outboxMillis, age -> age.get() / 1000.0)
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.measureEvery().toMillis(), id -> measure());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void measure() {
        pool.query(MEASURE).execute().subscribe().with(this::show, QueueGaugeLoop::missed);
        pool.query(MEASURE_BESIDES)
                .execute()
                .map(rows -> rows.iterator().next())
                .subscribe()
                .with(this::showBesides, QueueGaugeLoop::missed);
    }

    private static void missed(Throwable failure) {
        Log.warnf("Queues can't be measured: error=%s", failure.toString());
    }

    private void show(RowSet<Row> channels) {
        sizes.register(values(channels, "size"), true);
        ages.register(values(channels, "age"), true);
        overdue.register(values(channels, "overdue"), true);
    }

    private void showBesides(Row row) {
        deadLetters.set(row.getLong("dead"));
        outboxMillis.set(Math.max(0, Math.round(row.getDouble("age") * 1000)));
    }

    private static List<MultiGauge.Row<?>> values(RowSet<Row> channels, String column) {
        return channels.stream()
                .map(row -> MultiGauge.Row.of(Tags.of("channel", row.getString("name")), row.getLong(column)))
                .collect(toList());
    }
}
