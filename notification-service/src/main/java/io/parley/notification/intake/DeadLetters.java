package io.parley.notification.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Puts aside, whole and with the reason, what can't be worked off; nothing is acknowledged before it is there. */
@ApplicationScoped
class DeadLetters {

    private final MutinyEmitter<byte[]> emitter;
    private final DeadLetterShelf shelf;

    DeadLetters(@Channel("dead") MutinyEmitter<byte[]> emitter, DeadLetterShelf shelf) {
        this.emitter = emitter;
        this.shelf = shelf;
    }

    Uni<Void> putAside(List<Arrival> arrivals) {
        // One after the other: they come to lie in the order in which they came.
        return Multi.createFrom()
                .items(arrivals.stream().filter(arrival -> arrival.unreadable() != null))
                .onItem()
                .transformToUniAndConcatenate(this::putAside)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> putAside(Arrival arrival) {
        return shelf.add(arrival).chain(() -> publish(arrival));
    }

    private Uni<Void> publish(Arrival arrival) {
        var record = arrival.record();
        Log.errorf(
                "Unreadable event put aside: topic=%s partition=%d offset=%d error=%s",
                record.topic(), record.partition(), record.offset(), arrival.unreadable());
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(record.key())
                .withHeaders(headers(record, arrival.unreadable()))
                .build();
        var value = record.value() == null ? new byte[0] : record.value();
        return emitter.sendMessage(Message.of(value, Metadata.of(metadata)));
    }

    private static RecordHeaders headers(ConsumerRecord<byte[], byte[]> record, String reason) {
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add("dead-letter-reason", bytes(reason));
        headers.add("dead-letter-topic", bytes(record.topic()));
        headers.add("dead-letter-partition", bytes(Integer.toString(record.partition())));
        headers.add("dead-letter-offset", bytes(Long.toString(record.offset())));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
