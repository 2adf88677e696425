package io.parley.session.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.vertx.mutiny.sqlclient.Tuple;

/** Many rows as parameters of one statement: an array for each column. */
public final class Columns {

    private static final String INSERT_EVENTS = """
        , new_timeline as (
            insert into timeline (event_id, session_id, type, at, sequence, correlation_id, data)
            select id, session_id, type, at, sequence, correlation_id, data
            from %s as e (id, session_id, topic, type, at, sequence, correlation_id, data, traceparent)
            where sequence is not null
        )
        insert into outbox (event_id, session_id, topic, type, at, sequence, correlation_id, data, traceparent)
        select * from %s
        """;

    private static final String ROWS = "unnest($%d::uuid[], $%d::uuid[], $%d::text[], $%d::text[], $%d::timestamptz[],"
            + " $%d::bigint[], $%d::uuid[], $%d::text[], $%d::text[])";

    private Columns() {}

    public static <R, T> T[] of(List<R> rows, Function<R, T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }

    public static <R> OffsetDateTime[] ofInstants(List<R> rows, Function<R, Instant> value) {
        return of(rows, row -> utc(value.apply(row)), new OffsetDateTime[0]);
    }

    /** Timeline entries and message requests: nine columns, in the order in which they are published. */
    public static Tuple addEvents(Tuple parameters, List<OutgoingEvent> events) {
        return parameters
                .addArrayOfUUID(of(events, OutgoingEvent::id, new UUID[0]))
                .addArrayOfUUID(of(events, OutgoingEvent::session, new UUID[0]))
                .addArrayOfString(of(events, OutgoingEvent::topic, new String[0]))
                .addArrayOfString(of(events, OutgoingEvent::type, new String[0]))
                .addArrayOfOffsetDateTime(ofInstants(events, OutgoingEvent::at))
                .addArrayOfLong(of(events, OutgoingEvent::sequence, new Long[0]))
                .addArrayOfUUID(of(events, OutgoingEvent::correlation, new UUID[0]))
                .addArrayOfString(of(events, OutgoingEvent::data, new String[0]))
                .addArrayOfString(of(events, OutgoingEvent::traceparent, new String[0]));
    }

    /**
     * The end of a statement that begins with common table expressions: stores these events, those that have a sequence
     * in the timeline as well.
     *
     * @param first number of the first of their nine parameters
     */
    public static String insertEvents(int first) {
        var rows = ROWS.formatted(IntStream.range(first, first + 9).boxed().toArray());
        return INSERT_EVENTS.formatted(rows, rows);
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
