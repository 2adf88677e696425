package io.parley.session.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.parley.rest.tracing.Spans;
import io.parley.session.invitation.Links;
import io.parley.session.outbox.Columns;
import io.parley.session.outbox.OutgoingEvent;
import io.parley.session.publishing.Publishing;
import io.parley.session.retention.Purges;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.absence.Around;
import io.parley.session.settings.Snapshots;
import io.parley.session.timer.Lateness;

/**
 * Sessions of which a clock is due: claimed, struck and written by the batch, in one transaction of two statements,
 * those first that fell due first. Bypasses the ORM (docs/adr/0006).
 */
@ApplicationScoped
public class DueSessions {

    private static final Logger LOG = Logger.getLogger(DueSessions.class);

    /**
     * Those that another replica holds are left to it. The time is the statement's: one that may differ from row to
     * row, as clock_timestamp() may, can't be looked up in an index, and each look would read all that is not due yet.
     */
    static final String CLAIM = """
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
    private final Publishing publishing;
    private final Snapshots snapshots;
    private final Links links;
    private final Purges purges;
    private final Lateness lateness;
    private final Spans spans;

    DueSessions(
            Pool pool,
            Publishing publishing,
            Snapshots snapshots,
            Links links,
            Purges purges,
            Lateness lateness,
            Spans spans) {
        this.pool = pool;
        this.publishing = publishing;
        this.snapshots = snapshots;
        this.links = links;
        this.purges = purges;
        this.lateness = lateness;
        this.spans = spans;
    }

    /** Strikes for a batch of sessions, and commits; answers how many there were. */
    public Uni<Integer> strike(int most) {
        return pool.withTransaction(connection ->
                        connection.preparedQuery(CLAIM).execute(Tuple.of(most)).chain(due -> strike(due, connection)))
                .invoke(this::tell)
                .map(Batch::claimed);
    }

    /** Of what is committed: a batch that is rolled back is struck again, and later. */
    private void tell(Batch batch) {
        batch.struck().forEach(one -> lateness.record(one.due(), one.now()));
        batch.struck().forEach(one -> one.span().end());
    }

    private Uni<Batch> strike(RowSet<Row> due, SqlConnection connection) {
        var struck = new ArrayList<Struck>();
        var unreadable = new ArrayList<UUID>();
        for (var row : due) {
            try {
                struck.add(strike(row));
            } catch (RuntimeException e) {
                LOG.errorf(
                        "A session's clocks can't strike, and are tried again in ten minutes: sessionId=%s error=%s",
                        row.getUUID("id"), e.getClass().getSimpleName());
                unreadable.add(row.getUUID("id"));
            }
        }
        return setAside(unreadable, connection)
                .chain(() -> messages(struck, connection))
                .chain(messages -> write(struck, messages, connection))
                .chain(() -> purges.of(sessions(struck), connection))
                .replaceWith(new Batch(due.size(), struck));
    }

    /** Nobody asked for it: what it leads to is a trace of its own. */
    private Struck strike(Row row) {
        var span = spans.begin("clocks strike")
                .setAttribute("parley.session.id", row.getUUID("id").toString());
        try (var current = span.makeCurrent()) {
            var session = read(row);
            var events = publishing.events(session);
            return new Struck(session, events, row.getOffsetDateTime("due_at"), row.getOffsetDateTime("now"), span);
        }
    }

    private Session read(Row row) {
        var stored = new SessionRow();
        stored.id = row.getUUID("id");
        stored.version = row.getLong("version");
        stored.sequence = row.getLong("sequence");
        stored.document = row.getString("document");
        var seen = row.getOffsetDateTime("last_in_room");
        return SessionDocument.read(stored)
                .strike(
                        row.getOffsetDateTime("now").toInstant(),
                        new Around(() -> links.mint(stored.id), seen == null ? null : seen.toInstant()));
    }

    private static Uni<Void> setAside(List<UUID> ids, SqlConnection connection) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(SET_ASIDE)
                        .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private Uni<List<OutgoingEvent>> messages(List<Struck> struck, SqlConnection connection) {
        return Multi.createFrom()
                .iterable(struck)
                .filter(one -> !one.session().journal().messages().isEmpty())
                .onItem()
                .transformToUniAndConcatenate(one -> snapshots
                        .pinned(one.session().origin().settings().hash(), connection)
                        .map(snapshot -> publishing.messages(one.session(), snapshot, one.at(), one.events())))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private static Uni<Void> write(List<Struck> struck, List<OutgoingEvent> messages, SqlConnection connection) {
        if (struck.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = struck.stream()
                .map(one -> new SessionRow().take(one.session(), SessionDocument.write(one.session())))
                .toList();
        var events = new ArrayList<OutgoingEvent>();
        struck.forEach(one -> events.addAll(one.events()));
        events.addAll(messages);
        return connection.preparedQuery(WRITE).execute(parameters(rows, events)).replaceWithVoid();
    }

    private static Tuple parameters(List<SessionRow> rows, List<OutgoingEvent> events) {
        var parameters = Tuple.tuple()
                .addArrayOfUUID(Columns.of(rows, row -> row.id, new UUID[0]))
                .addArrayOfLong(Columns.of(rows, row -> row.version, new Long[0]))
                .addArrayOfLong(Columns.of(rows, row -> row.sequence, new Long[0]))
                .addArrayOfString(Columns.of(rows, row -> row.state.name(), new String[0]))
                .addArrayOfOffsetDateTime(Columns.ofInstants(rows, row -> row.endedAt))
                .addArrayOfOffsetDateTime(Columns.ofInstants(rows, row -> row.dueAt))
                .addArrayOfString(Columns.of(rows, row -> row.document, new String[0]));
        return Columns.addEvents(parameters, events);
    }

    private static List<Session> sessions(List<Struck> struck) {
        return struck.stream().map(Struck::session).toList();
    }

    /** @param claimed how many sessions, those too whose clocks could not strike */
    private record Batch(int claimed, List<Struck> struck) {}

    /** A session of which clocks have struck, and what that left; its messages share the events' correlation. */
    private record Struck(
            Session session, List<OutgoingEvent> events, OffsetDateTime due, OffsetDateTime now, Span span) {

        Instant at() {
            return session.journal()
                    .events()
                    .get(session.journal().events().size() - 1)
                    .at();
        }
    }
}
