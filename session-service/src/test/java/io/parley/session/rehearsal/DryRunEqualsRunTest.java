package io.parley.session.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.parley.local.testing.Endpoint;
import io.parley.local.web.Json;
import io.parley.session.testing.Given;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Random lives in which each command is rehearsed and then done: as many as {@code -Dlives=} says, and with
 * {@code -Dseed=} the same again.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "lives", matches = "\\d+", disabledReason = "asked for by -Dlives=")
class DryRunEqualsRunTest {

    private static final int LIVES = Integer.getInteger("lives", 12);
    private static final int COMMANDS = 14;
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final String NO_SESSION = "00000000-0000-7000-8000-000000000000";
    private static final List<String> SECRETS = List.of("to", "link", "code", "brand");

    @TestHTTPResource
    String service;

    /** Of each command how often it was done, and refused. */
    private final Map<String, int[]> done = new TreeMap<>();
    /** What rehearsals said that would be sent, by the correlation of what then was done. */
    private final Map<String, JsonNode> foretold = new HashMap<>();

    private final List<String> sessions = new ArrayList<>();

    @Test
    void whatIsRehearsedIsWhatHappensAndARehearsalLeavesNoTrace() {
        var random = new Random(SEED);
        var commands = Endpoint.of(service.replaceAll("/$", "")).stream()
                .filter(endpoint -> endpoint.queryParameters().contains("dryRun"))
                .toList();

        for (int life = 0; life < LIVES; life++) {
            live(new ALife(random), commands);
        }

        assertThat(done.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        commands.stream().map(Endpoint::name).toList());
        assertThat(done)
                .as("each command was done at least once; seed %s", SEED)
                .allSatisfy((command, times) -> assertThat(times[0]).isPositive());
        sessions.forEach(this::requireMessagesAsForetold);
    }

    private void live(ALife life, List<Endpoint> commands) {
        var beginning = life.beginning();
        var rehearsed = rehearse("/api/sessions", beginning, NO_SESSION);
        var started = post("/api/sessions", beginning);
        assertThat(started.statusCode()).as(beginning).isEqualTo(201);
        String id = started.path("id");
        sessions.add(id);
        count("POST /api/sessions", true);
        requireAlike("POST /api/sessions", rehearsed, id, 0, "");
        for (int i = 0; i < COMMANDS; i++) {
            life.meanwhile(id);
            // The list has the start as one of a dozen; it needs an owner with an open session to be refused.
            command(life, life.one(commands), id);
        }
    }

    private void command(ALife life, Endpoint command, String id) {
        var before = read(id, "");
        boolean start = command.path().equals("/api/sessions");
        var input = start ? life.anotherBeginning() : life.input(command.path(), before);
        assertThat(input).as("%s has no input in this test", command).isNotNull();
        var path = command.at(Map.of("id", id));
        var rehearsed = rehearse(path, input, id);
        var run = post(path, input);
        assertThat(rehearsed.statusCode() < 300)
                .as("%s %s rehearsed %s, done %s; seed %s", command, input, rehearsed.asString(), run.asString(), SEED)
                .isEqualTo(run.statusCode() < 300);
        count(command.name(), run.statusCode() < 300);
        if (run.statusCode() >= 300) {
            assertThat(new Alike(before.toString()).difference(json(rehearsed), json(run)))
                    .as("%s; seed %s", command, SEED)
                    .isEmpty();
        } else if (start) {
            String other = run.path("id");
            int known = run.statusCode() == 201 ? 0 : before.get("sequence").asInt();
            requireAlike(command.name(), rehearsed, other, known, known == 0 ? "" : before.toString());
        } else {
            requireAlike(command.name(), rehearsed, id, before.get("sequence").asInt(), before.toString());
        }
    }

    private Response rehearse(String path, String input, String id) {
        var before = Footprint.of(id);
        var rehearsed = post(path + "?dryRun=true", input);
        assertThat(Footprint.of(id)).as("traces of %s; seed %s", path, SEED).isEqualTo(before);
        return rehearsed;
    }

    private void requireAlike(String command, Response rehearsed, String id, int sequence, String known) {
        var told = json(rehearsed);
        var alike = new Alike(known);
        var entries = read(id, "/timeline?cursor=" + sequence).get("items");
        var events = new ArrayList<JsonNode>();
        entries.forEach(entry -> events.add(((ObjectNode) entry.deepCopy()).retain("type", "sequence", "data")));
        var as = "%s of %s; seed %s".formatted(command, id, SEED);
        assertThat(alike.difference(told.get("session"), read(id, ""))).as(as).isEmpty();
        assertThat(alike.difference(told.get("events"), Json.tree(events.toString())))
                .as(as)
                .isEmpty();
        assertThat(alike.difference(told.get("timers"), read(id, "/forecast").get("items")))
                .as(as)
                .isEmpty();
        if (!entries.isEmpty()) {
            foretold.put(entries.get(0).get("correlationId").asText(), told.get("messages"));
        }
    }

    /** And nothing was published that a rehearsal made. */
    private void requireMessagesAsForetold(String id) {
        var timeline = new ArrayList<String>();
        for (var cursor = 0; timeline.size() == cursor; cursor += 100) {
            read(id, "/timeline?cursor=" + cursor)
                    .get("items")
                    .forEach(e -> timeline.add(e.get("id").asText()));
        }
        await().untilAsserted(() -> assertThat(Topic.read("parley.sessions", id))
                .extracting(event -> event.headers().get("ce_id"))
                .isEqualTo(timeline));
        var sent = new HashMap<String, List<JsonNode>>();
        Topic.read("parley.messages", id).forEach(event -> sent.computeIfAbsent(
                        event.headers().get("ce_correlationid"), key -> new ArrayList<>())
                .add(((ObjectNode) event.data()).put("type", event.type()).remove(SECRETS)));
        var known = String.join(" ", sessions);
        read(id, "/timeline").get("items").forEach(entry -> {
            var correlation = entry.get("correlationId").asText();
            if (foretold.containsKey(correlation)) {
                var messages =
                        Json.tree(sent.getOrDefault(correlation, List.of()).toString());
                assertThat(new Alike(known).difference(foretold.get(correlation), messages))
                        .as("messages of %s; seed %s", id, SEED)
                        .isEmpty();
            }
        });
    }

    private void count(String command, boolean well) {
        done.computeIfAbsent(command, key -> new int[2])[well ? 0 : 1]++;
    }

    private static JsonNode read(String id, String part) {
        return json(Given.asMachine().get("/api/sessions/" + id + part));
    }

    private static Response post(String path, String input) {
        var request = Given.asMachine();
        return (input.isEmpty() ? request : request.body(input)).post(path);
    }

    private static JsonNode json(Response answer) {
        return Json.tree(answer.asString());
    }
}
