package io.parley.session.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import io.parley.local.testing.TopicLog;

/** What stands on a topic, as another system would read it; and what another system would put there. */
public final class Topic {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Topic() {}

    /** One event with its CloudEvents headers. */
    public record Event(String key, Map<String, String> headers, JsonNode data) {

        public String type() {
            return headers.get("ce_type");
        }

        public Event without(String header) {
            var fewer = new HashMap<>(headers);
            fewer.remove(header);
            return new Event(key, fewer, data);
        }

        static Event of(ConsumerRecord<String, String> event) {
            var headers = new HashMap<String, String>();
            event.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
            try {
                return new Event(event.key(), headers, JSON.readTree(event.value()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Everything that the topic holds for this key, in its order. */
    public static List<Event> read(String topic, String key) {
        return TopicLog.of(topic, connection()).stream()
                .filter(event -> key.equals(event.key()))
                .map(Event::of)
                .toList();
    }

    public static List<Event> readAll(String topic) {
        return TopicLog.of(topic, connection()).stream().map(Event::of).toList();
    }

    /** Sends a CloudEvent as notification-service would. */
    public static void sendDelivery(String type, UUID id, String session, String data) {
        var event = new ProducerRecord<>("parley.deliveries", session, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/parley/notification-service",
                        "ce_subject",
                        session,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(event);
    }

    /** As an operator would make it. */
    public static void create(String topic) {
        try (var admin = Admin.create(connection())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void send(ProducerRecord<String, String> event) {
        try (var producer = new KafkaProducer<>(connection(), new StringSerializer(), new StringSerializer())) {
            producer.send(event).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties connection() {
        var properties = new Properties();
        properties.put(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        return properties;
    }
}
