package io.parley.session.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.vertx.mutiny.sqlclient.Tuple;

/** Many rows as parameters of one statement: an array for each column. */
public final class Columns {

    private Columns() {}

    public static <R, T> T[] of(List<R> rows, Function<R, T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }

    public static <R> OffsetDateTime[] ofInstants(List<R> rows, Function<R, Instant> value) {
        return of(rows, row -> utc(value.apply(row)), new OffsetDateTime[0]);
    }

    /** Timeline entries and message requests: eight columns, in the order in which they are published. */
    public static Tuple addEvents(Tuple parameters, List<OutgoingEvent> events) {
        return parameters
                .addArrayOfUUID(of(events, OutgoingEvent::id, new UUID[0]))
                .addArrayOfUUID(of(events, OutgoingEvent::session, new UUID[0]))
                .addArrayOfString(of(events, OutgoingEvent::topic, new String[0]))
                .addArrayOfString(of(events, OutgoingEvent::type, new String[0]))
                .addArrayOfOffsetDateTime(ofInstants(events, OutgoingEvent::at))
                .addArrayOfLong(of(events, OutgoingEvent::sequence, new Long[0]))
                .addArrayOfUUID(of(events, OutgoingEvent::correlation, new UUID[0]))
                .addArrayOfString(of(events, OutgoingEvent::data, new String[0]));
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
