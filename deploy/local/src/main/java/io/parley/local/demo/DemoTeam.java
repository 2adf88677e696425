package io.parley.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One team of the demo data: its settings, whom it lends to, its assets and its workflows. */
record DemoTeam(SettingsApi api, Map<String, String> teams, JsonNode team) {

    void furnish() {
        String path = "/api/teams/" + id();
        api.patch(path + "/settings", team.get("settings"));
        if (team.has("lendsTo")) {
            api.replace(
                    path + "/lending",
                    Map.of(
                            "mode",
                            "LIST",
                            "teams",
                            List.of(teams.get(team.get("lendsTo").asText()))));
        }
        var assets = new HashMap<String, String>();
        team.get("assets")
                .forEach(asset -> assets.put(
                        asset.get("name").asText(), publish("/api/assets", ((ObjectNode) asset).deepCopy())));
        team.get("workflows").forEach(workflow -> publish("/api/workflows", withAssets(workflow, assets)));
    }

    /** Makes it as a draft and publishes it, as far as that has not been done; its id. */
    private String publish(String library, ObjectNode item) {
        item.putArray("teams").add(id());
        JsonNode made = find(library, item.get("name").asText()).orElseGet(() -> api.post(library, item));
        String id = made.get("id").asText();
        if (!made.hasNonNull("version")) {
            api.post(library + "/" + id + "/publish", Map.of());
        }
        return id;
    }

    private Optional<JsonNode> find(String library, String name) {
        JsonNode items = api.get(library + "?limit=100&team=" + id()).body().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("name").asText().equals(name))
                .findFirst();
    }

    private static ObjectNode withAssets(JsonNode workflow, Map<String, String> assets) {
        ObjectNode named = workflow.deepCopy();
        for (JsonNode step : named.get("steps")) {
            if (step.has("asset")) {
                ((ObjectNode) step).put("asset", assets.get(step.get("asset").asText()));
            }
        }
        return named;
    }

    private String id() {
        return teams.get(team.get("name").asText());
    }
}
