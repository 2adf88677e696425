package io.parley.session.rehearsal;

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

    /** A clock struck by itself while a command was rehearsed and done: the two had different sessions before them. */
    static boolean isOvertaken(String id, JsonNode before, boolean done) {
        var commands = new LinkedHashMap<String, Boolean>();
        timeline(id).stream()
                .skip(before.get("sequence").asLong())
                .forEach(entry -> commands.merge(
                        entry.get("correlationId").asText(),
                        entry.at("/data/actor/role").asText().equals("timer"),
                        Boolean::logicalAnd));
        return commands.containsValue(true) && commands.size() > (done ? 1 : 0);
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
