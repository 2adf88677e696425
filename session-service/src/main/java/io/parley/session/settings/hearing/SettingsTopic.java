package io.parley.session.settings.hearing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topic of changed settings, read from its end. Every replica reads all of it, so there is no group: nothing to
 * rebalance, nothing to commit, nothing left behind at the broker.
 */
final class SettingsTopic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    // The broker answers one connection in order: a question waits for the poll before it.
    private static final Map<String, Object> OURS = Map.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "100",
            ConsumerConfig.METADATA_MAX_AGE_CONFIG, "10000",
            ConsumerConfig.CLIENT_ID_CONFIG, "session-service-settings");

    private final KafkaConsumer<String, byte[]> consumer;
    private final String name;
    private final Map<TopicPartition, Long> expected = new HashMap<>();

    private SettingsTopic(KafkaConsumer<String, byte[]> consumer, String name) {
        this.consumer = consumer;
        this.name = name;
    }

    /** @throws org.apache.kafka.common.KafkaException where the broker is away, or there is no such topic */
    static SettingsTopic fromItsEnd(Map<String, Object> kafka, String name) {
        var settings = new HashMap<>(kafka);
        settings.putAll(OURS);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var topic = new SettingsTopic(consumer, name);
        try {
            topic.goToItsEnd();
            return topic;
        } catch (RuntimeException e) {
            topic.close();
            throw e;
        }
    }

    private void goToItsEnd() {
        var partitions = partitions();
        if (partitions.isEmpty()) {
            throw new TimeoutException("there is no topic " + name);
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> expected.put(partition, consumer.position(partition, PATIENCE)));
    }

    /**
     * What came next, nothing left out.
     *
     * @throws Gap where there was something that nobody will read any more: compacted away, cut off, or a new partition
     */
    List<ConsumerRecord<String, byte[]>> next(Duration atMost) {
        var records = consumer.poll(atMost);
        if (expected.keySet().stream().anyMatch(partition -> isGapIn(partition, records))) {
            throw new Gap();
        }
        expected.replaceAll((partition, place) -> consumer.position(partition));
        return List.copyOf(iterated(records));
    }

    private boolean isGapIn(TopicPartition partition, ConsumerRecords<String, byte[]> records) {
        return consumer.position(partition)
                != expected.get(partition) + records.records(partition).size();
    }

    /** Whether all is read that the broker has now; false also where it does not say. */
    boolean isAtItsEnd() {
        try {
            var ends = consumer.endOffsets(expected.keySet(), PATIENCE);
            if (ends.entrySet().stream().anyMatch(end -> end.getValue() < expected.get(end.getKey()))
                    || !partitions().equals(expected.keySet())) {
                throw new Gap();
            }
            return ends.equals(expected);
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Wakes who waits in it; from any thread. */
    void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(PATIENCE);
    }

    private Set<TopicPartition> partitions() {
        return consumer.partitionsFor(name, PATIENCE).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .collect(Collectors.toSet());
    }

    private static List<ConsumerRecord<String, byte[]>> iterated(ConsumerRecords<String, byte[]> records) {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
        records.forEach(all::add);
        return all;
    }

    /** Something was missed. */
    static final class Gap extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Gap() {
            super("changes were missed", null, false, false);
        }
    }
}
