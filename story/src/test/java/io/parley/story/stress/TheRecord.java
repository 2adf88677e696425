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

    /** The ids of the session's events, in the order of their partition; what was repeated is there again. */
    static Map<String, List<String>> published() {
        var ids = new LinkedHashMap<String, List<String>>();
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
                consumer.poll(Duration.ofMillis(200)).forEach(event -> ids.computeIfAbsent(
                                event.key(), key -> new ArrayList<>())
                        .add(new String(event.headers().lastHeader("ce_id").value()) + " "
                                + new String(event.headers()
                                        .lastHeader("ce_sequence")
                                        .value())));
            }
        }
        return ids;
    }

    /** Without those that come again: a consumer passes over a sequence that it has had. */
    static List<String> firstTime(List<String> published) {
        var first = new ArrayList<String>();
        for (var event : published) {
            long sequence = Long.parseLong(event.substring(event.indexOf(' ') + 1));
            if (sequence > first.size()) {
                first.add(event);
            } else if (!first.get((int) sequence - 1).equals(event)) {
                first.add("another event of a sequence that was there: " + event);
            }
        }
        return first;
    }

    static JsonNode json(String text) {
        return text.isEmpty() ? Json.tree("{}") : Json.tree(text);
    }
}
