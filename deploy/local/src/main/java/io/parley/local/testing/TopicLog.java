package io.parley.local.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic from its first record to its end at each look, of which only what is new is fetched. */
public final class TopicLog {

    private static final Map<String, TopicLog> LOGS = new HashMap<>();

    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    private TopicLog(String topic, Properties connection) {
        consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everything that the topic holds now. */
    public static synchronized List<ConsumerRecord<String, String>> of(String topic, Properties connection) {
        return LOGS.computeIfAbsent(topic, name -> new TopicLog(name, connection))
                .upToNow();
    }

    private List<ConsumerRecord<String, String>> upToNow() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return List.copyOf(records);
    }
}
