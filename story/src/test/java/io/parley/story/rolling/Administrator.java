package io.parley.story.rolling;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.service.ServiceJar;
import io.parley.local.testing.Tokens;

/** Who makes the team, changes its settings without a pause, and looks at the messages. */
final class Administrator {

    private final Caller caller;
    private String team;
    private int changes;

    Administrator(Cluster cluster, Count count) {
        this.caller = new Caller(cluster, count);
    }

    /** A team whose customers have a PIN, with alice in it. */
    Administrator foundsATeam() {
        team = asks(ServiceJar.TEAM_SETTINGS, "POST", "/api/teams", Map.of("name", "Rolling"), Map.of())
                .get("id")
                .asText();
        change(Map.of("customer", Map.of("authentication", Map.of("method", "PIN"))));
        asks(
                ServiceJar.TEAM_SETTINGS,
                "PUT",
                "/api/members/alice",
                Map.of("name", "Alice", "email", "alice@example.org", "mainTeam", team),
                Map.of());
        return this;
    }

    void works() {
        change(Map.of("link", Map.of("lifetime", "P" + (3 + changes % 4) + "D")));
        asks(ServiceJar.NOTIFICATION, "GET", "/api/notifications?limit=5", null, Map.of());
    }

    private void change(Object settings) {
        var path = "/api/teams/" + team + "/settings";
        var tag = caller.ask(ServiceJar.TEAM_SETTINGS, "GET", path, null, Caller.as(Tokens.of("ada"), Map.of()))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var headers = Map.of("If-Match", tag, "Content-Type", "application/merge-patch+json");
        caller.ask(ServiceJar.TEAM_SETTINGS, "PATCH", path, settings, Caller.as(Tokens.of("ada"), headers));
        changes++;
    }

    /** Of the team's settings that were answered. */
    int changes() {
        return changes;
    }

    JsonNode audit() {
        return asks(ServiceJar.NOTIFICATION, "GET", "/api/audit", null, Map.of());
    }

    private JsonNode asks(ServiceJar service, String method, String path, Object body, Map<String, String> more) {
        var headers = body == null ? more : Map.of("Content-Type", "application/json");
        return Caller.json(caller.ask(service, method, path, body, Caller.as(Tokens.of("ada"), headers)));
    }
}
