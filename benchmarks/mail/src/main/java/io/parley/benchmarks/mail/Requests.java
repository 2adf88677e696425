package io.parley.benchmarks.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.vertx.core.json.JsonObject;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Message requests on their topic, as session-service would publish them. */
final class Requests implements AutoCloseable {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final JsonObject example;
    private final KafkaProducer<String, String> producer;

    Requests(String broker, Path contracts) throws IOException {
        example = new JsonObject(
                Files.readString(contracts.resolve("examples").resolve("parley.message.requested.v1.json")));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 5), new StringSerializer(), new StringSerializer());
    }

    void publish(int number) {
        for (var made = 0; made < number; made++) {
            publish();
        }
        producer.flush();
    }

    private void publish() {
        var session = IDS.generate().toString();
        var now = Instant.now();
        var data = example.getJsonObject("data")
                .copy()
                .put("messageId", IDS.generate().toString())
                .put("sessionId", session)
                .put("to", "anna@example.org")
                .put("requestedAt", now.toString())
                .put("giveUpAt", now.plus(Duration.ofHours(1)).toString());
        var record = new ProducerRecord<>("parley.messages", session, data.encode());
        var headers = example.getJsonObject("headers")
                .copy()
                .put("ce_id", IDS.generate().toString())
                .put("ce_subject", session);
        headers.forEach(header -> record.headers()
                .add(header.getKey(), header.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
