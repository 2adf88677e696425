package io.parley.notification.delivery;

import java.time.OffsetDateTime;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

/** One fact that waits for the broker. */
record OutboxRow(
        long id,
        UUID eventId,
        String type,
        UUID sessionId,
        String correlationId,
        OffsetDateTime at,
        String data,
        String traceparent) {

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("id"),
                row.getUUID("event_id"),
                row.getString("type"),
                row.getUUID("session_id"),
                row.getString("correlation_id"),
                row.getOffsetDateTime("occurred_at"),
                row.getString("data"),
                row.getString("traceparent"));
    }
}
