package io.parley.session.eventlog;

import java.util.List;
import java.util.stream.StreamSupport;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import io.parley.session.listing.Cursor;

/**
 * Some of the log.
 *
 * @param nextCursor to go on from; there is always one, since a log has no end
 */
record EventPage(List<LoggedEvent> items, String nextCursor) {

    static EventPage empty(long after) {
        return new EventPage(List.of(), Cursor.after(after));
    }

    static EventPage of(RowSet<Row> rows, long after) {
        var items = StreamSupport.stream(rows.spliterator(), false)
                .map(LoggedEvent::of)
                .toList();
        long last = StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.getLong("position"))
                .max()
                .orElse(after);
        return new EventPage(items, Cursor.after(last));
    }
}
