package io.parley.notification.intake;

import java.util.UUID;

import io.opentelemetry.api.trace.Span;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.parley.notification.message.model.Request;

/**
 * One record of parley.messages, read: a request, a cancel, or neither and then the reason why.
 *
 * @param json the request as it came, kept until the handover
 * @param span of its being taken in; whoever has read it ends it
 */
record Arrival(
        ConsumerRecord<byte[], byte[]> record,
        UUID eventId,
        String correlationId,
        Request request,
        String json,
        Cancel cancel,
        String unreadable,
        Span span) {

    static Arrival request(
            ConsumerRecord<byte[], byte[]> record,
            UUID eventId,
            String correlationId,
            Request request,
            String json,
            Span span) {
        return new Arrival(record, eventId, correlationId, request, json, null, null, span);
    }

    static Arrival cancel(
            ConsumerRecord<byte[], byte[]> record, UUID eventId, String correlationId, Cancel cancel, Span span) {
        return new Arrival(record, eventId, correlationId, null, null, cancel, null, span);
    }

    static Arrival unreadable(ConsumerRecord<byte[], byte[]> record, String reason) {
        return new Arrival(record, null, null, null, null, null, reason, Span.getInvalid());
    }

    Arrival refused(String reason) {
        return new Arrival(record, null, null, null, null, null, reason, span);
    }

    UUID sessionId() {
        return request == null ? cancel.sessionId() : request.sessionId();
    }

    @Override
    public String toString() {
        return "Arrival[" + record.topic() + "-" + record.partition() + "@" + record.offset() + "]";
    }
}
