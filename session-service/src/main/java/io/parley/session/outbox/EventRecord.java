package io.parley.session.outbox;

import java.net.URI;
import java.time.ZoneOffset;

import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

import io.parley.rest.tracing.Traceparent;

/** A stored event as a record, the same each time that it is sent. */
public final class EventRecord {

    private EventRecord() {}

    /** @param row of the outbox or of the timeline: event_id, session_id, type, at, sequence, correlation_id, data */
    public static Message<String> of(Row row, String topic) {
        return of(row, topic, null);
    }

    /** @param traceparent where it was written, for whoever goes on with that trace; null for nowhere */
    static Message<String> of(Row row, String topic, String traceparent) {
        String session = row.getUUID("session_id").toString();
        var event = OutgoingCloudEventMetadata.<String>builder()
                .withId(row.getUUID("event_id").toString())
                .withType(row.getString("type"))
                .withSource(URI.create("/parley/session-service"))
                .withSubject(session)
                .withTimestamp(row.getOffsetDateTime("at").atZoneSameInstant(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withDataSchema(URI.create("urn:parley:schema:" + row.getString("type")))
                .withExtension("partitionkey", session)
                .withExtension("correlationid", row.getUUID("correlation_id").toString());
        if (row.getLong("sequence") != null) {
            event.withExtension("sequence", row.getLong("sequence").toString());
        }
        var record =
                OutgoingKafkaRecordMetadata.<String>builder().withTopic(topic).withKey(session);
        if (traceparent != null) {
            record.addHeaders(Traceparent.header(traceparent));
        }
        return Message.of(row.getString("data"), Metadata.of(event.build(), record.build()));
    }
}
