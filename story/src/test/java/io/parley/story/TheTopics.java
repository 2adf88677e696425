package io.parley.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.parley.local.port.Port;
import io.parley.story.installation.Installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is on Kafka, read as another system reads it, from the first record on. */
final class TheTopics {

    /** Which anybody may read. */
    private static final List<String> OPEN = List.of("parley.sessions", "parley.deliveries", "parley.team-settings");

    private static final String REQUESTS = "parley.messages";
    private static final TheTopics ALL = new TheTopics();

    private final KafkaConsumer<String, String> consumer = reader();
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    private TheTopics() {
        List<TopicPartition> partitions = new ArrayList<>();
        OPEN.forEach(topic -> partitions.addAll(partitions(topic)));
        partitions.addAll(partitions(REQUESTS));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** A session's events, a repeated one once, as a consumer does that ignores a sequence that it has passed. */
    static List<AnEvent> eventsOf(UUID session) {
        List<AnEvent> events = new ArrayList<>();
        for (var event : ALL.of(session)) {
            var next = AnEvent.ofRecord(event);
            if (next.sequence() > events.size()) {
                events.add(next);
            } else {
                assertThat(next).as("a repeated event").isEqualTo(events.get((int) next.sequence() - 1));
            }
        }
        return events;
    }

    /** A topic of somebody's own, with one partition. */
    static void make(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + Installation.port(Port.KAFKA)))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** All that is on a topic with one partition, in its order. */
    static List<AnEvent> all(String topic) {
        try (var reader = reader()) {
            var partition = new TopicPartition(topic, 0);
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            var end = reader.endOffsets(List.of(partition)).get(partition);
            List<AnEvent> events = new ArrayList<>();
            await().until(() -> {
                reader.poll(Duration.ofMillis(50)).forEach(record -> events.add(AnEvent.ofRecord(record)));
                return reader.position(partition) >= end;
            });
            return events;
        }
    }

    /** How many messages were asked for in a session's name. */
    static int messagesRequestedFor(ASession session) {
        return (int) ALL.everything().stream()
                .filter(event -> event.topic().equals(REQUESTS) && session.id().equals(event.key()))
                .filter(event -> "parley.message.requested.v1".equals(AnEvent.header(event, "ce_type")))
                .count();
    }

    /** Everything on the topics that anybody may read, headers and all. */
    static List<String> openRecords() {
        return ALL.everything().stream()
                .filter(event -> OPEN.contains(event.topic()))
                .map(event -> event.topic() + " " + event.key() + " " + headers(event) + " " + event.value())
                .toList();
    }

    private static String headers(ConsumerRecord<String, String> event) {
        var text = new StringBuilder();
        event.headers().forEach(header -> text.append(header.key())
                .append('=')
                .append(AnEvent.header(event, header.key()))
                .append(' '));
        return text.toString();
    }

    private List<ConsumerRecord<String, String>> of(UUID session) {
        return everything().stream()
                .filter(event -> event.topic().equals("parley.sessions"))
                .filter(event -> session.toString().equals(event.key()))
                .toList();
    }

    /** All that is there at this moment. */
    private synchronized List<ConsumerRecord<String, String>> everything() {
        var ends = consumer.endOffsets(consumer.assignment());
        await().until(() -> isRead(ends) || isReadOn(ends));
        return List.copyOf(records);
    }

    private boolean isReadOn(Map<TopicPartition, Long> ends) {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
        return isRead(ends);
    }

    private boolean isRead(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static KafkaConsumer<String, String> reader() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        "localhost:" + Installation.port(Port.KAFKA),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}
