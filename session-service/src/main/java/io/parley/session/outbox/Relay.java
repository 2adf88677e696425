package io.parley.session.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.reactive.messaging.Channel;

import io.parley.rest.tracing.Spans;

/**
 * Hands what stands in the outbox to the broker, in its order, and deletes it when the broker has it.
 *
 * <p>One replica at a time holds the lock, which is why a session's events keep their order; it is bound to the
 * transaction, so a dead holder's lock is gone with its connection (docs/adr/0003).
 */
@ApplicationScoped
class Relay {

    private static final long LOCK = 0x7061726c65790001L;
    private static final String CLAIM = "select position, event_id, session_id, topic, type, at, sequence,"
            + " correlation_id, data, traceparent from outbox order by position limit $1";
    private static final String DELETE = "delete from outbox where position = any($1)";

    private final Pool pool;
    private final MutinyEmitter<String> emitter;
    private final int batch;
    private final MeterRegistry metrics;
    private final Spans spans;

    Relay(
            Pool pool,
            @Channel("outbox") MutinyEmitter<String> emitter,
            OutboxConfig config,
            MeterRegistry metrics,
            Spans spans) {
        this.pool = pool;
        this.emitter = emitter;
        this.batch = config.batch();
        this.metrics = metrics;
        this.spans = spans;
    }

    /** Publishes one batch; answers whether there may be more. */
    Uni<Boolean> relayOnce() {
        return pool.withTransaction(connection -> lock(connection)
                .chain(mine -> mine ? relayBatch(connection) : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> lock(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Boolean> relayBatch(SqlConnection connection) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(batch))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : publish(rows)
                                .chain(() -> delete(connection, rows))
                                .invoke(() -> count(rows))
                                .replaceWith(rows.size() == batch));
    }

    /**
     * Sessions side by side, the events of one after each other: where one fails, none that follows it may be on the
     * topic before it.
     */
    private Uni<Void> publish(RowSet<Row> rows) {
        var perSession = StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.getUUID("session_id"), LinkedHashMap::new, Collectors.toList()));
        List<Uni<Void>> sends =
                perSession.values().stream().map(this::publishInOrder).toList();
        return Uni.join().all(sends).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> publishInOrder(List<Row> events) {
        Uni<Void> sent = Uni.createFrom().voidItem();
        for (var event : events) {
            sent = sent.chain(() -> publish(event));
        }
        return sent;
    }

    private Uni<Void> publish(Row event) {
        var topic = event.getString("topic");
        var traceparent = event.getString("traceparent");
        var span = spans.publish(topic, traceparent, event.getUUID("session_id").toString(), event.getUUID("event_id"));
        return Spans.during(span, emitter.sendMessage(EventRecord.of(event, topic, traceparent)));
    }

    private void count(RowSet<Row> rows) {
        rows.forEach(row -> metrics.counter("parley.events.published", "type", row.getString("type"))
                .increment());
    }

    private Uni<Void> delete(SqlConnection connection, RowSet<Row> rows) {
        Long[] positions = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("position"))
                .toArray(Long[]::new);
        return connection.preparedQuery(DELETE).execute(Tuple.of(positions)).replaceWithVoid();
    }
}
