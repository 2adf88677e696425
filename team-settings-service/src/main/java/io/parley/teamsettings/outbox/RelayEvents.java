package io.parley.teamsettings.outbox;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Hands committed events to the broker in their order, one replica at a time, and forgets what the broker has. */
@ApplicationScoped
class RelayEvents {

    private static final String TURN = "select one from outbox_turn for update skip locked";
    private static final String OLDEST =
            "select revision, place, event_id, key, data, at, traceparent from outbox order by revision, place limit $1";
    private static final String FORGET = "delete from outbox where (revision, place) <= ($1, $2)";

    private final Pool pool;
    private final SettingsTopic topic;
    private final OutboxConfig config;

    RelayEvents(Pool pool, SettingsTopic topic, OutboxConfig config) {
        this.pool = pool;
        this.topic = topic;
        this.config = config;
    }

    /** How many events have left. */
    Uni<Integer> relay() {
        return pool.withTransaction(this::relayInTurn);
    }

    private Uni<Integer> relayInTurn(SqlConnection connection) {
        return connection
                .query(TURN)
                .execute()
                .chain(turn -> turn.size() == 0 ? Uni.createFrom().item(0) : relayOldest(connection));
    }

    private Uni<Integer> relayOldest(SqlConnection connection) {
        return connection
                .preparedQuery(OLDEST)
                .execute(Tuple.of(config.batch()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutgoingEvent::of)
                        .toList())
                .chain(events -> events.isEmpty() ? Uni.createFrom().item(0) : relay(connection, events));
    }

    /** One after the other: were a later one acknowledged and an earlier one not, their order would be lost. */
    private Uni<Integer> relay(SqlConnection connection, List<OutgoingEvent> events) {
        var last = events.get(events.size() - 1);
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(topic::send)
                .collect()
                .last()
                .chain(() -> connection.preparedQuery(FORGET).execute(Tuple.of(last.revision(), last.place())))
                .replaceWith(events.size());
    }
}
