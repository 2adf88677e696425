package io.parley.session.eventlog;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event in the JSON format of CloudEvents 1.0. On Kafka its attributes are the headers of the record ({@code ce_id}
 * and so on), with the same values, and {@code data} is the record's value, byte for byte.
 */
@Schema(name = "CloudEvent")
record LoggedEvent(
        @JsonProperty("specversion") String specVersion,
        UUID id,
        String type,
        String source,
        UUID subject,
        String time,
        @JsonProperty("datacontenttype") String contentType,
        @JsonProperty("dataschema") String schema,
        String sequence,
        @JsonProperty("partitionkey") UUID partitionKey,
        @JsonProperty("correlationid") UUID correlationId,
        @JsonRawValue @Schema(implementation = Object.class) String data) {

    static LoggedEvent of(Row row) {
        var session = row.getUUID("session_id");
        var type = row.getString("type");
        return new LoggedEvent(
                "1.0",
                row.getUUID("event_id"),
                type,
                "/parley/session-service",
                session,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        row.getOffsetDateTime("at").withOffsetSameInstant(ZoneOffset.UTC)),
                "application/json",
                "urn:parley:schema:" + type,
                row.getLong("sequence").toString(),
                session,
                row.getUUID("correlation_id"),
                row.getString("data"));
    }
}
