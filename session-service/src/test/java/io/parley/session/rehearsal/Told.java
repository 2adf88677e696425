package io.parley.session.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;

import io.parley.local.web.Json;
import io.parley.session.testing.Given;

/** What the service tells of a session. */
final class Told {

    private Told() {}

    /**
     * A clock fell due while a command was rehearsed and done, or struck by itself: the two had different sessions before
     * them.
     *
     * @param clock when the first one was to strike, as was known before
     */
    static boolean isOvertaken(String id, JsonNode before, Instant clock, boolean done) {
        if (!clock.isAfter(Instant.now())) {
            return true;
        }
        var commands = new LinkedHashMap<String, Boolean>();
        timeline(id).stream()
                .skip(before.get("sequence").asLong())
                .forEach(entry -> commands.merge(
                        entry.get("correlationId").asText(),
                        entry.at("/data/actor/role").asText().equals("timer"),
                        Boolean::logicalAnd));
        return commands.containsValue(true) && commands.size() > (done ? 1 : 0);
    }

    /** When the first clock of these strikes; never where there is none. */
    static Instant first(JsonNode timers) {
        return timers.isEmpty()
                ? Instant.MAX
                : Instant.parse(timers.get(0).get("at").asText());
    }

    static List<JsonNode> timeline(String id) {
        var entries = new ArrayList<JsonNode>();
        var page = read(id, "/timeline");
        page.get("items").forEach(entries::add);
        while (page.has("nextCursor")) {
            page = read(id, "/timeline?cursor=" + page.get("nextCursor").asText());
            page.get("items").forEach(entries::add);
        }
        return entries;
    }

    static JsonNode read(String id, String part) {
        return json(Given.asMachine().get("/api/sessions/" + id + part));
    }

    static JsonNode json(Response answer) {
        return Json.tree(answer.asString());
    }
}
