package io.parley.story;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Something that happened to a session, as the timeline and as the topic tell it. */
record AnEvent(long sequence, String id, String type, String correlation, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static AnEvent ofTimeline(Map<String, Object> entry) {
        return new AnEvent(
                ((Number) entry.get("sequence")).longValue(),
                (String) entry.get("id"),
                (String) entry.get("type"),
                (String) entry.get("correlationId"),
                data(JSON.valueToTree(entry.get("data")).toString()));
    }

    static AnEvent ofRecord(ConsumerRecord<String, String> event) {
        return new AnEvent(
                Long.parseLong(header(event, "ce_sequence")),
                header(event, "ce_id"),
                header(event, "ce_type"),
                header(event, "ce_correlationid"),
                data(event.value()));
    }

    static String header(ConsumerRecord<String, String> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode data(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
