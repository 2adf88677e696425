package io.parley.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.Progress;
import io.parley.local.port.Ports;
import io.parley.local.web.Json;
import io.parley.local.web.Page;

/**
 * The teams, members and library of the demo users, made once through the API, as an administrator would; what is there
 * already by its name is left as it is, so that a start that was cut short is completed by the next one.
 */
public final class DemoData {

    private final Ports ports;
    private final Path mark;
    private final Progress progress;

    /** The mark is a file that is there once all of it has been made. */
    public DemoData(Ports ports, Path mark, Progress progress) {
        this.ports = ports;
        this.mark = mark;
        this.progress = progress;
    }

    public void load() {
        if (Files.exists(mark)) {
            return;
        }
        long began = System.nanoTime();
        var api = new SettingsApi(ports, "ada");
        JsonNode demo = Json.tree(Page.beside(DemoData.class, "demo.json").html());
        Map<String, String> teams = teams(api, demo.get("teams"));
        demo.get("teams").forEach(team -> new DemoTeam(api, teams, team).furnish());
        demo.get("members").forEach(member -> member(api, teams, member));
        try {
            Files.createFile(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.ready("demo data", Duration.ofNanos(System.nanoTime() - began));
    }

    /** Ids by name; all teams are there before any of them lends to another. */
    private static Map<String, String> teams(SettingsApi api, JsonNode teams) {
        var ids = new LinkedHashMap<String, String>();
        api.get("/api/teams?limit=100")
                .body()
                .get("items")
                .forEach(team ->
                        ids.put(team.get("name").asText(), team.get("id").asText()));
        for (JsonNode team : teams) {
            ids.computeIfAbsent(team.get("name").asText(), name -> api.post("/api/teams", Map.of("name", name))
                    .get("id")
                    .asText());
        }
        return ids;
    }

    private static void member(SettingsApi api, Map<String, String> teams, JsonNode member) {
        String path = "/api/members/" + member.get("subject").asText();
        if (api.find(path).isEmpty()) {
            var secondary = StreamSupport.stream(member.get("secondaryTeams").spliterator(), false)
                    .map(team -> teams.get(team.asText()))
                    .toList();
            api.put(
                    path,
                    Map.of(
                            "name", member.get("name"),
                            "email", member.get("email"),
                            "mainTeam", teams.get(member.get("mainTeam").asText()),
                            "secondaryTeams", secondary));
        }
    }
}
