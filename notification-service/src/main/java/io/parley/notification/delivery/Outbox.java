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

    private final Pool pool;

    Outbox(Pool pool) {
        this.pool = pool;
    }

    /** The slices that have something to send. */
    Uni<List<Integer>> waiting() {
        return pool.query("select s from generate_series(0, " + (SLICES - 1)
                        + ") s where exists (select from outbox where slice = s)")
                .execute()
                .map(rows -> rows.stream().map(row -> row.getInteger(0)).collect(toList()));
    }

    /**
     * Publishes up to {@code limit} facts of a slice and forgets those that the broker has acknowledged.
     *
     * @return how many went out; none if another relay has the slice
     */
    Uni<Integer> relay(int slice, int limit, Function<List<OutboxRow>, Uni<Void>> publish) {
        return pool.withTransaction(connection -> lock(connection, slice)
                .chain(locked -> locked
                        ? next(connection, slice, limit)
                        : Uni.createFrom().item(List.<OutboxRow>of()))
                .call(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : publish.apply(rows))
                .call(rows -> forget(connection, rows))
                .map(List::size));
    }

    private static Uni<Boolean> lock(SqlConnection connection, int slice) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock(hashtext($1), $2)")
                .execute(Tuple.of(LOCK_SPACE, slice))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Uni<List<OutboxRow>> next(SqlConnection connection, int slice, int limit) {
        return connection
                .preparedQuery("select id, event_id, type, session_id, correlation_id, occurred_at, data from outbox"
                        + " where slice = $1 order by id limit $2")
                .execute(Tuple.of(slice, limit))
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
