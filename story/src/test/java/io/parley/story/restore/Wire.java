package io.parley.story.restore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import static org.awaitility.Awaitility.await;

/** What an operator and a consumer do at the broker. */
record Wire(String servers) {

    /** An event on a topic: whose, and which. */
    record Event(String session, String id) {}

    /** As {@code kafka-consumer-groups --reset-offsets --to-datetime} does, once nobody of the group is there. */
    void rewind(String group, String topic, Instant moment) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            await().until(() -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .allMatch(described -> described.groupState() == GroupState.EMPTY));
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            partitions(topic).forEach(part -> asked.put(part, OffsetSpec.forTimestamp(moment.toEpochMilli())));
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            admin.listOffsets(asked).all().get().forEach((part, found) -> {
                if (found.offset() >= 0) {
                    offsets.put(part, new OffsetAndMetadata(found.offset()));
                }
            });
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    void make(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** All that is there by now, repeated ones as often as they are. */
    List<Event> all(String topic) {
        try (var reader = reader()) {
            var parts = partitions(topic);
            reader.assign(parts);
            reader.seekToBeginning(parts);
            var ends = reader.endOffsets(parts);
            List<Event> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(100))
                        .forEach(record -> events.add(new Event(
                                record.key(),
                                new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))));
            }
            return events;
        }
    }

    List<String> idsOf(String session, String topic) {
        return all(topic).stream()
                .filter(event -> event.session().equals(session))
                .map(Event::id)
                .toList();
    }

    private List<TopicPartition> partitions(String topic) {
        try (var reader = reader()) {
            return reader.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
        }
    }

    private KafkaConsumer<String, String> reader() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer());
    }
}
