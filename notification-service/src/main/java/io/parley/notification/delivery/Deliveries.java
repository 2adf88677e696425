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

import static java.util.stream.Collectors.toList;

/** Publishes what became of messages: CloudEvents on parley.deliveries, keyed by session. */
@ApplicationScoped
class Deliveries {

    private static final URI SOURCE = URI.create("/parley/notification-service");

    private final MutinyEmitter<String> emitter;

    Deliveries(@Channel("deliveries") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter) {
        this.emitter = emitter;
    }

    /** Done when the broker has them all. */
    Uni<Void> publish(List<OutboxRow> rows) {
        var acknowledgements =
                rows.stream().map(row -> emitter.sendMessage(event(row))).collect(toList());
        return Uni.join().all(acknowledgements).andFailFast().replaceWithVoid();
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
        var key = OutgoingKafkaRecordMetadata.<String>builder().withKey(session).build();
        return Message.of(row.data(), Metadata.of(cloudEvent.build(), key));
    }
}
