package io.parley.session.invitation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.parley.rest.draining.LastWork;
import io.parley.rest.tracing.Spans;
import io.parley.rest.tracing.Traceparent;
import io.parley.session.outbox.RelayLoop;
import io.parley.session.session.model.invitation.InvitationState;

/**
 * Takes in what became of messages. What can't be read goes to the dead letters; what fails otherwise is tried again
 * until it works, and nothing after it is acknowledged before it.
 */
@ApplicationScoped
class DeliveryConsumer {

    private static final Logger LOG = Logger.getLogger(DeliveryConsumer.class);
    private static final String TOPIC = "parley.deliveries";
    private static final Map<String, InvitationState> STATES = Map.of(
            "parley.message.sent.v1", InvitationState.SENT,
            "parley.message.delivered.v1", InvitationState.DELIVERED,
            "parley.message.undelivered.v1", InvitationState.UNDELIVERED);

    private final TakeDelivery takeDelivery;
    private final ObjectMapper json;
    private final RelayLoop relay;
    private final Spans spans;
    private final LastWork lastWork;

    DeliveryConsumer(TakeDelivery takeDelivery, ObjectMapper json, RelayLoop relay, Spans spans, LastWork lastWork) {
        this.takeDelivery = takeDelivery;
        this.json = json;
        this.relay = relay;
        this.spans = spans;
        this.lastWork = lastWork;
    }

    @Incoming("deliveries")
    Uni<Void> consume(Message<String> message) {
        UUID event;
        InvitationState state;
        Delivery delivery;
        try {
            var metadata = message.getMetadata(IncomingCloudEventMetadata.class)
                    .orElseThrow(() -> new IllegalArgumentException("not a CloudEvent"));
            event = UUID.fromString(metadata.getId());
            state = STATES.get(metadata.getType());
            delivery = json.readValue(message.getPayload(), Delivery.class);
            if (delivery == null || delivery.sessionId() == null) {
                throw new IllegalArgumentException("no sessionId");
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.errorf(
                    "A delivery can't be read and goes to the dead letters: error=%s",
                    e.getClass().getSimpleName());
            return Uni.createFrom().completionStage(message.nack(e));
        }
        return lastWork.begin(() -> traced(message, event, delivery, () -> take(event, state, delivery)))
                .chain(() -> Uni.createFrom().completionStage(message.ack()));
    }

    /** What it leads to is of the trace that the message's request is of. */
    private Uni<Void> traced(Message<String> message, UUID event, Delivery delivery, Supplier<Uni<Void>> work) {
        var traceparent = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> Traceparent.of(record.getHeaders()))
                .orElse(null);
        var span = spans.process(TOPIC, traceparent, delivery.sessionId().toString(), event);
        var current = span.makeCurrent();
        var done = work.get()
                .invoke(() ->
                        LOG.debugf("A delivery is taken in: sessionId=%s eventId=%s", delivery.sessionId(), event));
        return Spans.during(span, done).onTermination().invoke(current::close);
    }

    private Uni<Void> take(UUID event, InvitationState state, Delivery delivery) {
        if (state == null || !delivery.isAboutTheInvitation()) {
            return Uni.createFrom().voidItem(); // a later version's event, or a message that is no invitation's
        }
        return takeDelivery
                .take(event, delivery, state)
                .invoke(relay::wake)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "A delivery is tried again: sessionId=%s eventId=%s error=%s",
                        delivery.sessionId(), event, failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(10))
                .indefinitely();
    }
}
