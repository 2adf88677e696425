package io.parley.story.stress;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.parley.local.port.Port;
import io.parley.local.web.Json;
import io.parley.session.session.SessionDocument;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.journal.Journal;
import io.parley.story.installation.Installation;

/** What is left of the rush: rows as they are stored, timelines, and the topic. */
final class TheRecord {

    private TheRecord() {}

    /** The session as it is stored now. */
    static Session stored(String id) {
        var database = Installation.running().sessionDatabase();
        try (var connection = DriverManager.getConnection(database.get(0), database.get(1), database.get(2));
                var query =
                        connection.prepareStatement("select document, version, sequence from session where id = ?")) {
            query.setObject(1, UUID.fromString(id));
            try (var row = query.executeQuery()) {
                row.next();
                return SessionDocument.read(
                        UUID.fromString(id), row.getString(1), Journal.read(row.getLong(2), row.getLong(3), false));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Entry> timeline(Caller caller, String session) {
        var entries = new ArrayList<Entry>();
        var path = "/api/sessions/" + session + "/timeline";
        var page = caller.get(0, path);
        page.get("items").forEach(item -> entries.add(Entry.of(item)));
        while (page.has("nextCursor")) {
            page = caller.get(0, path + "?cursor=" + page.get("nextCursor").asText());
            page.get("items").forEach(item -> entries.add(Entry.of(item)));
        }
        return entries;
    }

    /** Of each session what the topic has, in the order of its partition; what was repeated is there again. */
    static Map<String, List<Published>> published() {
        var all = new LinkedHashMap<String, List<Published>>();
        var connection = Map.<String, Object>of("bootstrap.servers", "localhost:" + Installation.port(Port.KAFKA));
        try (var consumer =
                new KafkaConsumer<>(new HashMap<>(connection), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor("parley.sessions").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(event -> all.computeIfAbsent(event.key(), key -> new ArrayList<>())
                                .add(Published.of(event)));
            }
        }
        return all;
    }

    static JsonNode json(String text) {
        return text.isEmpty() ? Json.tree("{}") : Json.tree(text);
    }
}
