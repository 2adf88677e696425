package io.parley.session.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

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
class DryRunEqualsRunTest {

    private static final int LIVES = Integer.getInteger("lives", 2);
    /** So many that none of the commands can have been unlucky in all of them. */
    private static final int MANY_LIVES = 60;

    private static final int COMMANDS = 14;
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final String NO_SESSION = "00000000-0000-7000-8000-000000000000";
    private static final List<String> SECRETS = List.of("to", "link", "code", "brand");

    private static final JsonNode UNBORN = Json.tree("{\"sequence\":0}");

    @TestHTTPResource
    String service;

    /** Of each command how often it was done, and refused. */
    private final Map<String, int[]> done = new TreeMap<>();
    /** What rehearsals said that would be sent, by the correlation of what then was done. */
    private final Map<String, Foretold> foretold = new HashMap<>();

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

        sessions.forEach(this::requireMessagesAsForetold);
        if (LIVES >= MANY_LIVES) {
            requireAllDone(commands);
        }
    }

    private void requireAllDone(List<Endpoint> commands) {
        assertThat(done.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        commands.stream().map(Endpoint::name).toList());
        assertThat(done)
                .as("each command was done at least once; seed %s", SEED)
                .allSatisfy((command, times) -> assertThat(times[0]).isPositive());
    }

    private void live(ALife life, List<Endpoint> commands) {
        var beginning = life.beginning();
        var rehearsed = rehearse("POST", "/api/sessions", beginning, NO_SESSION);
        var started = ask("POST", "/api/sessions", beginning);
        assertThat(started.statusCode()).as(beginning).isEqualTo(201);
        String id = started.path("id");
        sessions.add(id);
        count("POST /api/sessions", true);
        requireAlike("POST /api/sessions", rehearsed, id, UNBORN, clockOf(rehearsed));
        for (int i = 0; i < COMMANDS; i++) {
            life.meanwhile(id);
            // The list has the start as one of a dozen; it needs an owner with an open session to be refused.
            command(life, life.one(commands), id);
        }
    }

    private void command(ALife life, Endpoint command, String id) {
        var before = Told.read(id, "");
        var clock = Told.first(Told.read(id, "/forecast").get("items"));
        boolean start = command.path().equals("/api/sessions");
        var input = start ? life.anotherBeginning() : life.input(command.name(), before);
        assertThat(input).as("%s has no input in this test", command).isNotNull();
        var path = command.at(
                Map.of("id", id, "asset", ALife.first("assets", before), "workflow", ALife.first("workflows", before)));
        var rehearsed = rehearse(command.method(), path, input, id);
        var run = ask(command.method(), path, input);
        if (Told.isOvertaken(id, before, clock, run.statusCode() < 300 && !start)) {
            return;
        }
        assertThat(rehearsed.statusCode() < 300)
                .as("%s %s rehearsed %s, done %s; seed %s", command, input, rehearsed.asString(), run.asString(), SEED)
                .isEqualTo(run.statusCode() < 300);
        count(command.name(), run.statusCode() < 300);
        if (run.statusCode() >= 300) {
            assertThat(new Alike(before.toString()).difference(Told.json(rehearsed), Told.json(run)))
                    .as("%s; seed %s", command, SEED)
                    .isEmpty();
        } else if (start) {
            String other = run.path("id");
            boolean another = run.statusCode() == 201;
            var known = another ? UNBORN : Told.json(rehearsed).get("session");
            requireAlike(command.name(), rehearsed, other, known, clockOf(rehearsed));
        } else {
            requireAlike(command.name(), rehearsed, id, before, clock);
        }
    }

    /** The first one of a session that is about to begin. */
    private static Instant clockOf(Response rehearsed) {
        return Told.first(Told.json(rehearsed).get("timers"));
    }

    private Response rehearse(String method, String path, String input, String id) {
        var before = Footprint.of(id);
        var rehearsed = ask(method, path + "?dryRun=true", input);
        assertThat(Footprint.of(id)).as("traces of %s; seed %s", path, SEED).isEqualTo(before);
        return rehearsed;
    }

    private void requireAlike(String command, Response rehearsed, String id, JsonNode before, Instant clock) {
        var told = Told.json(rehearsed);
        var session = Told.read(id, "");
        var timers = Told.read(id, "/forecast").get("items");
        // Read last: what it does not hold has not changed the others.
        if (Told.isOvertaken(id, before, clock, true)) {
            return;
        }
        var timeline = Told.timeline(id);
        var entries = timeline.subList(before.get("sequence").asInt(), timeline.size());
        var events = new ArrayList<JsonNode>();
        entries.forEach(entry -> events.add(((ObjectNode) entry.deepCopy()).retain("type", "sequence", "data")));
        var as = "%s of %s; seed %s".formatted(command, id, SEED);
        var alike = new Alike(before.toString());
        assertThat(alike.difference(told.get("session"), session)).as(as).isEmpty();
        assertThat(alike.difference(told.get("events"), Json.tree(events.toString())))
                .as(as)
                .isEmpty();
        assertThat(alike.difference(told.get("timers"), timers)).as(as).isEmpty();
        if (!entries.isEmpty()) {
            foretold.put(entries.get(0).get("correlationId").asText(), new Foretold(alike, told.get("messages")));
        }
    }

    /** And nothing was published that a rehearsal made. */
    private void requireMessagesAsForetold(String id) {
        var timeline = Told.timeline(id);
        var ids = timeline.stream().map(entry -> entry.get("id").asText()).toList();
        await().untilAsserted(() -> assertThat(Topic.read("parley.sessions", id))
                .extracting(event -> event.headers().get("ce_id"))
                .isEqualTo(ids));
        var sent = new HashMap<String, List<JsonNode>>();
        Topic.read("parley.messages", id).forEach(event -> sent.computeIfAbsent(
                        event.headers().get("ce_correlationid"), key -> new ArrayList<>())
                .add(((ObjectNode) event.data()).put("type", event.type()).remove(SECRETS)));
        timeline.forEach(entry -> {
            var correlation = entry.get("correlationId").asText();
            if (foretold.containsKey(correlation)) {
                var messages =
                        Json.tree(sent.getOrDefault(correlation, List.of()).toString());
                assertThat(foretold.get(correlation).difference(messages))
                        .as("messages of %s; seed %s", id, SEED)
                        .isEmpty();
            }
        });
    }

    private record Foretold(Alike alike, JsonNode messages) {

        Optional<String> difference(JsonNode sent) {
            return alike.difference(messages, sent);
        }
    }

    private void count(String command, boolean well) {
        done.computeIfAbsent(command, key -> new int[2])[well ? 0 : 1]++;
    }

    private static Response ask(String method, String path, String input) {
        var request = Given.asMachine();
        if (path.contains("/documents")) {
            request.contentType("multipart/form-data").multiPart("file", "a.txt", input.getBytes(), "text/plain");
        } else if (!input.isEmpty()) {
            request.body(input);
        }
        if (method.equals("PATCH")) {
            request.contentType("application/merge-patch+json").header("If-Match", "*");
        }
        return request.request(method, path);
    }
}
