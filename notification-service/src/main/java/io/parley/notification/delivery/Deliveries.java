package io.parley.notification.delivery;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import io.parley.rest.tracing.Spans;
import io.parley.rest.tracing.Traceparent;

import static java.util.stream.Collectors.toList;

/** Publishes what became of messages: CloudEvents on parley.deliveries, keyed by session. */
@ApplicationScoped
class Deliveries {

    private static final URI SOURCE = URI.create("/parley/notification-service");

    private static final String TOPIC = "parley.deliveries";

    private final MutinyEmitter<String> emitter;
    private final Spans spans;

    Deliveries(
            @Channel("deliveries") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter,
            Spans spans) {
        this.emitter = emitter;
        this.spans = spans;
    }

    /** Done when the broker has them all. */
    Uni<Void> publish(List<OutboxRow> rows) {
        var acknowledgements = rows.stream().map(this::publish).collect(toList());
        return Uni.join().all(acknowledgements).andFailFast().replaceWithVoid();
    }

    private Uni<Void> publish(OutboxRow row) {
        var span = spans.publish(TOPIC, row.traceparent(), row.sessionId().toString(), row.eventId());
        return Spans.during(span, emitter.sendMessage(event(row)));
    }

    private static Message<String> event(OutboxRow row) {
        var session = row.sessionId().toString();
        var cloudEvent = OutgoingCloudEventMetadata.<String>builder()
                .withId(row.eventId().toString())
                .withType(row.type())
                .withSource(SOURCE)
                .withSubject(session)
                .withTimestamp(row.at().atZoneSameInstant(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withDataSchema(URI.create("urn:parley:schema:" + row.type()))
                .withExtension("partitionkey", session);
        if (row.correlationId() != null) {
            cloudEvent.withExtension("correlationid", row.correlationId());
        }
        var record = OutgoingKafkaRecordMetadata.<String>builder().withKey(session);
        if (row.traceparent() != null) {
            record.addHeaders(Traceparent.header(row.traceparent()));
        }
        return Message.of(row.data(), Metadata.of(cloudEvent.build(), record.build()));
    }
}
