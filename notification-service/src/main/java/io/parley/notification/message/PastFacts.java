package io.parley.notification.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import static java.util.stream.Collectors.toList;

/**
 * What became of messages, out of the ledger into the outbox once more: each message's last word, as it was when it was
 * said. It may overtake, or be overtaken by, what happens meanwhile: whoever hears of a message goes only forward.
 */
@ApplicationScoped
public class PastFacts {

    private static final String FIND = """
            select %s, coalesce(m.ended_at, m.sent_at) as at
              from message m
             where m.state in ('SENT', 'DELIVERED', 'UNDELIVERED')
               and m.requested_at >= $1 and m.requested_at < $2 and ($3::uuid is null or m.session_id = $3)
               and ($4::timestamptz is null or (m.requested_at, m.id) > ($4, $5))
             order by m.requested_at, m.id
             limit $6
            """.formatted(Entry.COLUMNS);

    /** In no trace: what is told again is no part of what happened then. */
    private static final String APPEND = """
            insert into outbox (slice, event_id, type, session_id, correlation_id, occurred_at, data)
            select hashtext(session_id::text) & 7, event_id, type, session_id, correlation_id, occurred_at, data
              from jsonb_to_recordset($1::jsonb) as v(
                event_id uuid, type text, session_id uuid, correlation_id text, occurred_at timestamptz, data text)
            """;

    private final Ledger ledger;

    PastFacts(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Which messages: those of a session, or of all where it is null, that were requested in a period. */
    public record Which(UUID session, Instant from, Instant to) {}

    /** Up to which message, in the order of their requests, they have been told. */
    public record Place(Instant requestedAt, UUID id) {}

    /** @return how far that went: a place for each message, of which there are fewer than {@code most} at the end */
    public Uni<List<Place>> tell(Which which, Place after, int most) {
        return ledger.inTransaction(connection -> find(connection, which, after, most)
                .call(rows -> append(connection, rows))
                .map(PastFacts::places));
    }

    private static Uni<List<Row>> find(SqlConnection connection, Which which, Place after, int most) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.tuple()
                        .addOffsetDateTime(utc(which.from()))
                        .addOffsetDateTime(utc(which.to()))
                        .addUUID(which.session())
                        .addOffsetDateTime(after == null ? null : utc(after.requestedAt()))
                        .addUUID(after == null ? null : after.id())
                        .addInteger(most))
                .map(rows -> rows.stream().collect(toList()));
    }

    private static Uni<Void> append(SqlConnection connection, List<Row> rows) {
        var facts = new JsonArray(rows.stream().map(PastFacts::fact).collect(toList()));
        return connection.preparedQuery(APPEND).execute(Tuple.of(facts)).replaceWithVoid();
    }

    private static JsonObject fact(Row row) {
        var entry = Entry.of(row);
        var at = row.getOffsetDateTime("at").toInstant();
        return Fact.of(entry, entry.state(), entry.gateway(), at).put("occurred_at", at);
    }

    private static List<Place> places(List<Row> rows) {
        return rows.stream()
                .map(row -> new Place(row.getOffsetDateTime("requested_at").toInstant(), row.getUUID("id")))
                .collect(toList());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
