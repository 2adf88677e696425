package io.parley.notification.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import io.vertx.core.json.JsonObject;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import io.parley.local.testing.TopicLog;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** The broker as the services on its other side see it. */
public final class Topics {

    private static KafkaProducer<String, String> producer;

    private Topics() {}

    public static void publish(ARequest request) {
        publish(request.sessionId(), request.headers(), request.data().encode());
    }

    public static void cancel(ARequest request, String reason) {
        var headers = request.headers()
                .copy()
                .put("ce_id", UUID.randomUUID().toString())
                .put("ce_type", "parley.message.cancelled.v1");
        var data = new JsonObject()
                .put("messageId", request.messageId().toString())
                .put("sessionId", request.sessionId())
                .put("reason", reason);
        publish(request.sessionId(), headers, data.encode());
    }

    public static void publish(String key, JsonObject headers, String data) {
        publish("parley.messages", key, headers, data);
    }

    public static synchronized void publish(String topic, String key, JsonObject headers, String data) {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap(), "linger.ms", 0),
                    new StringSerializer(),
                    new StringSerializer());
        }
        var record = new ProducerRecord<>(topic, key, data);
        headers.forEach(header -> record.headers()
                .add(header.getKey(), header.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** All that a topic holds for a key, oldest first. */
    public static List<ConsumerRecord<String, String>> read(String topic, String key) {
        return readAll(topic).stream()
                .filter(record -> key.equals(record.key()))
                .collect(toList());
    }

    /** The types of a session's deliveries, oldest first. */
    public static List<String> deliveries(ARequest request) {
        return read("parley.deliveries", request.sessionId()).stream()
                .map(record -> header(record, "ce_type"))
                .collect(toList());
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    public static List<ConsumerRecord<String, String>> readAll(String topic) {
        var connection = new Properties();
        connection.put("bootstrap.servers", bootstrap());
        return TopicLog.of(topic, connection);
    }

    /** How many records a consumer group has not yet acknowledged. */
    public static long lag(String group, String topic) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var partitions = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .partitions();
            Map<TopicPartition, OffsetSpec> latest = partitions.stream()
                    .collect(toMap(one -> new TopicPartition(topic, one.partition()), one -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (committed.get(end.getKey()) == null
                                    ? 0
                                    : committed.get(end.getKey()).offset()))
                    .sum();
        }
    }

    private static String bootstrap() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
