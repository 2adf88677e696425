package io.parley.notification.delivery;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import static java.util.stream.Collectors.toList;

/**
 * The facts that were committed and are not yet on the broker, in slices of sessions.
 *
 * <p>One relay at a time has a slice, by a lock that lives as long as its transaction: a relay that dies lets go, and
 * a session's facts stay in order.
 */
@ApplicationScoped
class Outbox {

    static final int SLICES = 8;
    private static final String LOCK_SPACE = "parley-outbox";

    private static final String LOCK = """
            with waiting as materialized (
              select s from generate_series(0, $2 - 1) s where exists (select from outbox where slice = s)
            )
            select s from waiting where pg_try_advisory_xact_lock(hashtext($1), s)
            """;

    private final Pool pool;

    Outbox(Pool pool) {
        this.pool = pool;
    }

    /**
     * Publishes up to {@code limit} facts, of all slices that no other relay has, and forgets those that the broker has
     * acknowledged.
     *
     * @return how many went out
     */
    Uni<Integer> relay(int limit, Function<List<OutboxRow>, Uni<Void>> publish) {
        return pool.withTransaction(connection -> lock(connection)
                .chain(slices -> slices.length == 0
                        ? Uni.createFrom().item(List.<OutboxRow>of())
                        : next(connection, slices, limit))
                .call(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : publish.apply(rows))
                .call(rows -> forget(connection, rows))
                .map(List::size));
    }

    /** A statement of its own: what the next one sees is then what the slice's last relay has left. */
    private static Uni<Integer[]> lock(SqlConnection connection) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(LOCK_SPACE, SLICES))
                .map(rows -> rows.stream().map(row -> row.getInteger(0)).toArray(Integer[]::new));
    }

    private static Uni<List<OutboxRow>> next(SqlConnection connection, Integer[] slices, int limit) {
        return connection
                .preparedQuery("select id, event_id, type, session_id, correlation_id, occurred_at, data, traceparent"
                        + " from outbox where slice = any($1) order by id limit $2")
                .execute(Tuple.of(slices, limit))
                .map(rows -> rows.stream().map(OutboxRow::of).collect(toList()));
    }

    private static Uni<Void> forget(SqlConnection connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery("delete from outbox where id = any($1)")
                .execute(Tuple.of(rows.stream().map(OutboxRow::id).toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
