package io.parley.teamsettings.outbox;

import java.time.OffsetDateTime;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

/** An event on its way to the broker. */
record OutgoingEvent(
        long revision, int place, UUID eventId, String key, String data, OffsetDateTime at, String traceparent) {

    static OutgoingEvent of(Row row) {
        return new OutgoingEvent(
                row.getLong("revision"),
                row.getInteger("place"),
                row.getUUID("event_id"),
                row.getString("key"),
                row.getString("data"),
                row.getOffsetDateTime("at"),
                row.getString("traceparent"));
    }
}
