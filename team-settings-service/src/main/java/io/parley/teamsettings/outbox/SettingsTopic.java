package io.parley.teamsettings.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

import io.parley.rest.tracing.Spans;
import io.parley.rest.tracing.Traceparent;

/** The topic that tells of changed settings; an event is out when the broker has acknowledged it. */
@ApplicationScoped
class SettingsTopic {

    private static final String TOPIC = "parley.team-settings";
    private static final String TYPE = "parley.team-settings.changed.v1";

    private final MutinyEmitter<byte[]> emitter;
    private final Spans spans;

    SettingsTopic(@Channel("team-settings") MutinyEmitter<byte[]> emitter, Spans spans) {
        this.emitter = emitter;
        this.spans = spans;
    }

    Uni<Void> send(OutgoingEvent event) {
        var data = event.data().getBytes(StandardCharsets.UTF_8);
        var span = spans.publish(TOPIC, event.traceparent(), event.key(), event.eventId());
        return Spans.during(span, emitter.sendMessage(Message.of(data, Metadata.of(record(event), attributes(event)))));
    }

    private static OutgoingKafkaRecordMetadata<String> record(OutgoingEvent event) {
        var record = OutgoingKafkaRecordMetadata.<String>builder().withKey(event.key());
        if (event.traceparent() != null) {
            record.addHeaders(Traceparent.header(event.traceparent()));
        }
        return record.build();
    }

    private static OutgoingCloudEventMetadata<?> attributes(OutgoingEvent event) {
        return OutgoingCloudEventMetadata.builder()
                .withId(event.eventId().toString())
                .withType(TYPE)
                .withSource(URI.create("/parley/team-settings-service"))
                .withSubject(event.key())
                .withTimestamp(ZonedDateTime.from(event.at()))
                .withDataContentType("application/json")
                .withDataSchema(URI.create("urn:parley:schema:" + TYPE))
                .withExtension("partitionkey", event.key())
                .build();
    }
}
