package io.parley.notification.intake;

import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.parley.notification.message.model.Request;

/**
 * One record of parley.messages, read: a request, a cancel, or neither and then the reason why.
 *
 * @param json the request as it came, kept until the handover
 */
record Arrival(
        ConsumerRecord<byte[], byte[]> record,
        UUID eventId,
        String correlationId,
        Request request,
        String json,
        Cancel cancel,
        String unreadable) {

    static Arrival request(
            ConsumerRecord<byte[], byte[]> record, UUID eventId, String correlationId, Request request, String json) {
        return new Arrival(record, eventId, correlationId, request, json, null, null);
    }

    static Arrival cancel(ConsumerRecord<byte[], byte[]> record, UUID eventId, String correlationId, Cancel cancel) {
        return new Arrival(record, eventId, correlationId, null, null, cancel, null);
    }

    static Arrival unreadable(ConsumerRecord<byte[], byte[]> record, String reason) {
        return new Arrival(record, null, null, null, null, null, reason);
    }

    Arrival refused(String reason) {
        return unreadable(record, reason);
    }

    @Override
    public String toString() {
        return "Arrival[" + record.topic() + "-" + record.partition() + "@" + record.offset() + "]";
    }
}
