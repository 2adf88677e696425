package io.parley.notification.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.notification.message.model.StateName;

import static java.util.stream.Collectors.toList;

/** The proof that nothing is lost: counts of a period, and each of its requests. Plain SQL, for it counts millions. */
@ApplicationScoped
class Audit {

    /** The command reads the same. */
    static final String COUNT = """
            select m.state, count(*) as requests,
                   count(*) filter (where exists (
                     select from attempt a
                      where a.message_id = m.id and a.result = 'UNKNOWN' and a.number < m.made)) as duplicated
              from message m
             where m.requested_at >= $1 and m.requested_at < $2
             group by m.state
            """;

    private static final String ITEMS = """
            select id, session_id, kind, channel, requested_at, state, reason, ended_at, made, unknown
              from message
             where requested_at >= $1 and requested_at < $2 and ($3::timestamptz is null or (requested_at, id) > ($3, $4))
               and (not $6 or state in ('REQUESTED', 'SENDING'))
             order by requested_at, id
             limit $5
            """;

    /** What could not even be read belongs to no message, and is yet a request that somebody committed. */
    private static final String DEAD_LETTERS =
            "select count(*) from dead_letter where arrived_at >= $1 and arrived_at < $2";

    private final Pool pool;

    Audit(Pool pool) {
        this.pool = pool;
    }

    /** @param openOnly only those that have no outcome yet are listed; all are counted */
    Uni<AuditView> of(Instant from, Instant to, boolean openOnly, Cursor after, int limit) {
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(COUNT).execute(Tuple.of(at(from), at(to))),
                        pool.preparedQuery(DEAD_LETTERS).execute(Tuple.of(at(from), at(to))),
                        items(from, to, openOnly, after, limit))
                .asTuple()
                .map(found -> view(
                        from,
                        to,
                        found.getItem1(),
                        found.getItem2().iterator().next().getLong(0),
                        found.getItem3(),
                        limit));
    }

    private Uni<List<AuditView.Item>> items(Instant from, Instant to, boolean openOnly, Cursor after, int limit) {
        return pool.preparedQuery(ITEMS)
                .execute(Tuple.from(Arrays.asList(
                        at(from),
                        at(to),
                        after == null ? null : at(after.requestedAt()),
                        after == null ? null : after.id(),
                        limit + 1,
                        openOnly)))
                .map(rows -> rows.stream().map(Audit::item).collect(toList()));
    }

    private static AuditView view(
            Instant from, Instant to, RowSet<Row> counts, long deadLetters, List<AuditView.Item> items, int limit) {
        Map<String, Long> outcomes = new TreeMap<>();
        counts.forEach(row -> outcomes.put(row.getString("state"), row.getLong("requests")));
        var more = items.size() > limit;
        var page = more ? items.subList(0, limit) : items;
        return new AuditView(
                from,
                to,
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes,
                outcomes.entrySet().stream()
                        .filter(entry -> StateName.valueOf(entry.getKey()).isOpen())
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                counts.stream().mapToLong(row -> row.getLong("duplicated")).sum(),
                deadLetters,
                page,
                more ? Cursor.of(page.get(limit - 1)).encoded() : null);
    }

    private static AuditView.Item item(Row row) {
        var endedAt = row.getOffsetDateTime("ended_at");
        return new AuditView.Item(
                row.getUUID("id"),
                row.getUUID("session_id"),
                row.getString("kind"),
                row.getString("channel"),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getString("state"),
                row.getString("reason"),
                endedAt == null ? null : endedAt.toInstant(),
                row.getInteger("made"),
                row.getInteger("unknown"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Where a page ended. */
    record Cursor(Instant requestedAt, UUID id) {
        static Cursor of(AuditView.Item last) {
            return new Cursor(last.requestedAt(), last.messageId());
        }

        String encoded() {
            return requestedAt + "~" + id;
        }

        /** @throws RuntimeException if it is none of ours */
        static Cursor parse(String text) {
            var parts = text.split("~", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }
    }
}
