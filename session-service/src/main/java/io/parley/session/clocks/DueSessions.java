package io.parley.session.clocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.outbox.Columns;
import io.parley.session.outbox.OutgoingEvent;
import io.parley.session.publishing.Publishing;
import io.parley.session.retention.Purges;
import io.parley.session.settings.Snapshot;
import io.parley.session.settings.Snapshots;
import io.parley.session.timer.Lateness;

/**
 * Sessions of which a clock is due: claimed, struck and written by the batch, in one transaction of two statements,
 * those first that fell due first. What others hold is passed over, so several may strike side by side. Bypasses the ORM
 * (docs/adr/0006).
 */
@ApplicationScoped
public class DueSessions {

    /**
     * Those that another replica holds are left to it. The time is the statement's: one that may differ from row to
     * row, as clock_timestamp() may, can't be looked up in an index, and each look would read all that is not due yet.
     */
    public static final String CLAIM = """
        select s.id, s.version, s.sequence, s.document, s.due_at, statement_timestamp() as now,
               (select case when not p.online then p.since else least(p.until, statement_timestamp()) end
                from presence p where p.session_id = s.id and p.side = 'CUSTOMER') as last_in_room
        from session s where s.due_at <= statement_timestamp()
        order by s.due_at limit $1 for update of s skip locked
        """;

    private static final String WRITE = """
        with struck as (
            update session s
            set version = v.version, sequence = v.sequence, state = v.state, ended_at = v.ended_at,
                due_at = v.due_at, document = v.document
            from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                        $7::text[]) as v (id, version, sequence, state, ended_at, due_at, document)
            where s.id = v.id
        )
        """ + Columns.insertEvents(8);

    /** What nobody can read must not keep all that is due after it from being looked at. */
    private static final String SET_ASIDE =
            "update session set due_at = clock_timestamp() + interval '10 minutes' where id = any($1)";

    private final Pool pool;
    private final Vertx vertx;
    private final Striking striking;
    private final Publishing publishing;
    private final Snapshots snapshots;
    private final Purges purges;
    private final Lateness lateness;

    DueSessions(
            Pool pool,
            Vertx vertx,
            Striking striking,
            Publishing publishing,
            Snapshots snapshots,
            Purges purges,
            Lateness lateness) {
        this.pool = pool;
        this.vertx = vertx;
        this.striking = striking;
        this.publishing = publishing;
        this.snapshots = snapshots;
        this.purges = purges;
        this.lateness = lateness;
    }

    /** Strikes for a batch of sessions, and commits; answers how many there were. */
    public Uni<Integer> strike(int most) {
        return pool.withTransaction(connection ->
                        connection.preparedQuery(CLAIM).execute(Tuple.of(most)).chain(due -> strike(due, connection)))
                .invoke(this::tell)
                .map(Struck.Batch::claimed);
    }

    /** Of what is committed: a batch that is rolled back is struck again, and later. */
    private void tell(Struck.Batch batch) {
        batch.struck().forEach(one -> lateness.record(one.due(), one.now()));
        batch.struck().forEach(one -> one.span().end());
    }

    private Uni<Struck.Batch> strike(RowSet<Row> due, SqlConnection connection) {
        return struck(due)
                .call(batch -> setAside(batch.unreadable(), connection))
                .call(batch -> write(batch.struck(), connection))
                .call(batch -> purges.of(batch.sessions(), connection));
    }

    /** Documents are read and written beside the event loops: whoever starts a session would wait for them there. */
    private Uni<Struck.Batch> struck(RowSet<Row> due) {
        return due.size() == 0
                ? Uni.createFrom().item(new Struck.Batch(List.of(), List.of()))
                : vertx.executeBlocking(() -> striking.strike(due), false);
    }

    private static Uni<Void> setAside(List<UUID> ids, SqlConnection connection) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(SET_ASIDE)
                        .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private Uni<Void> write(List<Struck> struck, SqlConnection connection) {
        return struck.isEmpty()
                ? Uni.createFrom().voidItem()
                : pinned(struck, connection)
                        .chain(pinned -> connection.preparedQuery(WRITE).execute(parameters(struck, pinned)))
                        .replaceWithVoid();
    }

    /** The snapshots of those that have something to say. */
    private Uni<Map<String, Snapshot>> pinned(List<Struck> struck, SqlConnection connection) {
        return Multi.createFrom()
                .items(struck.stream()
                        .filter(Struck::speaks)
                        .map(Struck::settings)
                        .distinct())
                .onItem()
                .transformToUniAndConcatenate(
                        hash -> snapshots.pinned(hash, connection).map(snapshot -> Map.entry(hash, snapshot)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Tuple parameters(List<Struck> struck, Map<String, Snapshot> pinned) {
        var events = new ArrayList<OutgoingEvent>();
        struck.forEach(one -> events.addAll(one.events()));
        struck.stream().filter(Struck::speaks).forEach(one -> events.addAll(messages(one, pinned)));
        return Columns.addEvents(columns(struck), events);
    }

    private List<OutgoingEvent> messages(Struck one, Map<String, Snapshot> pinned) {
        return publishing.messages(one.session(), pinned.get(one.settings()), one.at(), one.events());
    }

    private static Tuple columns(List<Struck> struck) {
        return Tuple.tuple()
                .addArrayOfUUID(Columns.of(struck, one -> one.session().id(), new UUID[0]))
                .addArrayOfLong(Columns.of(struck, Struck::version, new Long[0]))
                .addArrayOfLong(
                        Columns.of(struck, one -> one.session().journal().sequence(), new Long[0]))
                .addArrayOfString(
                        Columns.of(struck, one -> one.session().state().name().name(), new String[0]))
                .addArrayOfOffsetDateTime(Columns.ofInstants(struck, Struck::endedAt))
                .addArrayOfOffsetDateTime(
                        Columns.ofInstants(struck, one -> one.session().nextDue()))
                .addArrayOfString(Columns.of(struck, Struck::document, new String[0]));
    }
}
