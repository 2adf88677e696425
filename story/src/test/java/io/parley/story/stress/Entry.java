package io.parley.story.stress;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/** One entry of a timeline, or one event of the topic. */
record Entry(long sequence, String id, String type, String correlation, JsonNode data) {

    static Entry of(JsonNode item) {
        return new Entry(
                item.get("sequence").asLong(),
                item.get("id").asText(),
                item.get("type").asText(),
                item.get("correlationId").asText(),
                item.get("data"));
    }

    String cause() {
        return data.get("cause").asText();
    }

    String role() {
        return data.path("actor").path("role").asText();
    }

    Instant at() {
        return Instant.parse(data.get("at").asText());
    }

    String workflow() {
        return data.path("workflow").path("id").asText();
    }
}
