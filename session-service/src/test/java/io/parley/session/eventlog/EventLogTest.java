package io.parley.session.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Machines read the events of all sessions, as they are on Kafka, and never miss one. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class EventLogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void anEventIsTheSameAsOnTheTopic() throws Exception {
        String cursor = theEnd();
        var session = Given.anInvitedSession();
        var log = new ArrayList<JsonNode>();
        await().atMost(SOON).untilAsserted(() -> {
            log.clear();
            read(cursor, 100).get("items").forEach(log::add);
            assertThat(of(session, log)).hasSize(2);
        });
        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .hasSize(2));

        var topic = Topic.read("parley.sessions", session.id());
        var logged = of(session, log);
        for (int i = 0; i < 2; i++) {
            var attributes = new HashMap<String, String>();
            logged.get(i).properties().stream()
                    .filter(member -> !member.getKey().equals("data"))
                    .forEach(member -> attributes.put(
                            "ce_" + member.getKey(), member.getValue().textValue()));
            assertThat(topic.get(i).headers()).containsAllEntriesOf(attributes);
            assertThat(attributes.keySet())
                    .containsAll(topic.get(i).headers().keySet().stream()
                            .filter(name -> name.startsWith("ce_"))
                            .toList());
            assertThat(logged.get(i).get("data").toString())
                    .isEqualTo(topic.get(i).data().toString());
        }
    }

    @Test
    void aReaderMissesNothingOfWhatManyWriteAtOnce() throws Exception {
        String cursor = theEnd();
        var writers = Executors.newFixedThreadPool(6);
        var written = IntStream.range(0, 60)
                .mapToObj(i -> writers.submit(() -> {
                    var session = Given.anInvitedSession();
                    session.command(i % 2 == 0 ? "end" : "resend", null);
                    return session;
                }))
                .toList();
        var read = new ArrayList<JsonNode>();
        var sessions = new ArrayList<ASession>();
        while (written.stream().anyMatch(one -> !one.isDone())) {
            cursor = readOn(cursor, read);
        }
        for (var one : written) {
            sessions.add(one.get());
        }
        writers.shutdown();
        // Each answer waits until something can be read; the last is there when nothing comes for a second.
        for (boolean more = true; more; ) {
            var before = read.size();
            cursor = readOn(cursor, read);
            more = read.size() > before;
        }

        for (var session : sessions) {
            List<Integer> timeline = Given.asMachine()
                    .get("/api/sessions/{id}/timeline", session.id())
                    .path("items.sequence");
            assertThat(of(session, read))
                    .extracting(event -> Integer.valueOf(event.get("sequence").textValue()))
                    .isEqualTo(timeline);
        }
    }

    @Test
    void whoWaitsIsToldSoon() throws Exception {
        String cursor = theEnd();
        var waiting = Executors.newSingleThreadExecutor();
        var answer = waiting.submit(() -> Given.asMachine().get("/api/events?wait=20&after=" + cursor));
        Given.anInvitedSession();

        assertThat(JSON.readTree(answer.get().asString()).get("items")).isNotEmpty();
        waiting.shutdown();
    }

    @Test
    void aReplayIsTheSameEventsOnATopicOfItsOwn() {
        Topic.create("parley.replay.test");
        var session = Given.anInvitedSession();
        session.command("end", null).then().statusCode(200);
        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .hasSizeGreaterThan(2));
        var original = Topic.read("parley.sessions", session.id());

        var replayed = Given.asMachine()
                .body(Map.of("topic", "parley.replay.test", "session", session.id()))
                .post("/api/events/replay");
        replayed.then()
                .statusCode(200)
                .body("replayed", equalTo(original.size()))
                .body("nextCursor", nullValue());
        assertThat(original).allMatch(event -> event.headers().containsKey("traceparent"));
        // Which is where it was written, and no part of it.
        assertThat(Topic.read("parley.replay.test", session.id()))
                .isEqualTo(original.stream()
                        .map(event -> event.without("traceparent"))
                        .toList());

        Given.asMachine()
                .body(Map.of("topic", "parley.replay.test", "session", session.id(), "type", "parley.session.ended.v1"))
                .post("/api/events/replay")
                .then()
                .body("replayed", equalTo(1));
        Given.asMachine()
                .body(Map.of("topic", "parley.replay.nowhere", "session", session.id()))
                .post("/api/events/replay")
                .then()
                .statusCode(503);
        Given.asMachine()
                .body(Map.of("topic", "parley.sessions", "session", session.id()))
                .post("/api/events/replay")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/topic"));
    }

    @Test
    void aReplayUnderTheSameKeySendsNothingAgain() {
        Topic.create("parley.replay.once");
        var session = Given.anInvitedSession();
        var replay = Map.of("topic", "parley.replay.once", "session", session.id());
        var key = await().atMost(SOON).until(() -> keyOf(replay), notNullValue());
        var sent = Topic.read("parley.replay.once", session.id());

        replay(key, replay)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("replayed", equalTo(sent.size()));

        assertThat(Topic.read("parley.replay.once", session.id())).isEqualTo(sent);
    }

    /** Of a replay that sent something; null where there is nothing to send yet. */
    private static String keyOf(Map<String, String> replay) {
        var key = UUID.randomUUID().toString();
        return replay(key, replay).<Integer>path("replayed") > 0 ? key : null;
    }

    private static Response replay(String key, Map<String, String> replay) {
        return Given.asMachine().header("Idempotency-Key", key).body(replay).post("/api/events/replay");
    }

    @Test
    void onlyMachinesReadTheLog() {
        Given.as("alice").get("/api/events").then().statusCode(403);
        Given.as("ada").get("/api/events").then().statusCode(403);
        for (var wrong : List.of("after=x", "limit=0", "limit=1001", "wait=31")) {
            Given.asMachine().get("/api/events?" + wrong).then().statusCode(400);
        }
    }

    private static String readOn(String cursor, List<JsonNode> read) throws Exception {
        var page = read(cursor, 7);
        page.get("items").forEach(read::add);
        return page.get("nextCursor").textValue();
    }

    private static String theEnd() throws Exception {
        String cursor = "AAAAAAAAAAA";
        for (var page = read(cursor, 1000, 0); !page.get("items").isEmpty(); page = read(cursor, 1000, 0)) {
            cursor = page.get("nextCursor").textValue();
        }
        return cursor;
    }

    private static JsonNode read(String cursor, int limit) throws Exception {
        return read(cursor, limit, 1);
    }

    private static JsonNode read(String cursor, int limit, int wait) throws Exception {
        return JSON.readTree(Given.asMachine()
                .get("/api/events?wait=" + wait + "&limit=" + limit + "&after=" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<JsonNode> of(ASession session, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.get("subject").textValue().equals(session.id()))
                .toList();
    }
}
