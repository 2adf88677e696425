package io.parley.story.rolling;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.parley.local.service.ServiceJar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is on the topics and in the databases when all has come to rest. */
final class Evidence {

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Cluster cluster;

    Evidence(Cluster cluster) {
        this.cluster = cluster;
    }

    /** One that has not would hold up its partitions until it is missed, which takes 10 s. */
    void whoWentHasLeftItsGroups() throws ExecutionException, InterruptedException {
        var groups = List.of("session-service", "notification-service", "notification-service-purges");
        try (var admin = Admin.create(Map.of("bootstrap.servers", cluster.kafka()))) {
            admin.describeConsumerGroups(groups).all().get().forEach((group, now) -> assertThat(now.members())
                    .as("members of %s", group)
                    .hasSizeLessThanOrEqualTo(2));
        }
    }

    /** Nothing is in an outbox any more, and no message is on its way. */
    void awaitRest() {
        await().atMost(LONGEST_REST).untilAsserted(() -> {
            for (var service : ServiceJar.values()) {
                assertThat(numbers(service, "select count(*) from outbox")).containsExactly("0");
            }
            assertThat(numbers(
                            ServiceJar.NOTIFICATION,
                            "select count(*) from message where state in ('REQUESTED', 'SENDING')"))
                    .containsExactly("0");
        });
    }

    /** Each entry of each timeline is one event, in its order; and no event is there twice. */
    void everySessionIsToldAsItWas() {
        var told = new ArrayList<>(topic("parley.sessions").stream()
                .map(event -> event.key() + " " + header(event, "ce_sequence") + " " + header(event, "ce_id"))
                .toList());
        var happened =
                numbers(ServiceJar.SESSION, "select session_id || ' ' || sequence || ' ' || event_id from timeline");

        assertThat(told).as("events on parley.sessions").doesNotHaveDuplicates();
        assertThat(told).containsExactlyInAnyOrderElementsOf(happened);
        assertThat(numbers(
                        ServiceJar.SESSION,
                        "select session_id from timeline group by session_id"
                                + " having min(sequence) <> 1 or max(sequence) <> count(*)"))
                .as("sessions whose sequence has a gap")
                .isEmpty();
        topic("parley.sessions").stream()
                .collect(Collectors.groupingBy(ConsumerRecord::key))
                .forEach((session, events) -> assertThat(events)
                        .extracting(event -> Integer.valueOf(header(event, "ce_sequence")))
                        .as("order of %s", session)
                        .isEqualTo(
                                IntStream.rangeClosed(1, events.size()).boxed().toList()));
    }

    /** How many messages were asked for; each of them once, as each delivery and each change of settings is told. */
    int messagesRequested() {
        Stream.of("parley.messages", "parley.deliveries", "parley.team-settings")
                .forEach(topic -> assertThat(topic(topic).stream().map(event -> header(event, "ce_id")))
                        .as("events on %s", topic)
                        .isNotEmpty()
                        .doesNotHaveDuplicates());
        for (var dead : List.of("parley.messages.dead", "parley.deliveries.dead")) {
            assertThat(topic(dead)).as(dead).isEmpty();
        }
        return (int) topic("parley.messages").stream()
                .filter(event -> "parley.message.requested.v1".equals(header(event, "ce_type")))
                .count();
    }

    /** Handed over in one attempt each, as nothing was left in somebody's hands. */
    void everyMessageWasHandedOverOnce() {
        assertThat(numbers(ServiceJar.NOTIFICATION, "select id from message where state = 'SENT' and made <> 1"))
                .as("messages that were tried more than once")
                .isEmpty();
    }

    /** The longest that a message waited, in milliseconds. */
    long longestWait() {
        return Long.parseLong(numbers(
                        ServiceJar.NOTIFICATION,
                        "select ceil(1000 * extract(epoch from max(sent_at - requested_at))) from message")
                .get(0));
    }

    List<String> numbers(ServiceJar service, String query) {
        var found = new ArrayList<String>();
        var name = service.database();
        try (var connection = DriverManager.getConnection(cluster.jdbc(service), name, name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private List<ConsumerRecord<String, String>> topic(String topic) {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
