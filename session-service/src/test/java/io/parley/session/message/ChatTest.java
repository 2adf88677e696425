package io.parley.session.message;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.Schemas;
import io.parley.session.testing.TeamSettings;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Both sides write to each other; everybody else learns that they did, and never what. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class ChatTest {

    private static final String ADDED = "parley.session.message-added.v1";

    @Test
    void bothSidesReadWhatBothWrote() {
        var session = Rooms.aSession();
        agentWrites(session, "Welcome, Anna").then().statusCode(201).body("author", equalTo("AGENT"));
        var browser = Browser.in(session);
        customerWrites(browser, "Thank you!\r\nWhat is <b>next</b>?")
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("name", equalTo("Anna Ames"));

        for (var chat : List.of(
                browser.asks().get("/api/room/messages"),
                Given.asMachine().get("/api/sessions/{id}/messages", session.id()))) {
            chat.then()
                    .statusCode(200)
                    .body("items.number", equalTo(List.of(2, 1)))
                    .body("items.text", equalTo(List.of("Thank you!\nWhat is <b>next</b>?", "Welcome, Anna")))
                    .body("items[1].name", equalTo("Agent " + session.owner()))
                    .body("nextCursor", nullValue());
        }
        session.read().then().body("counts.messages", equalTo(2));
    }

    @Test
    void aLongChatComesPageByPage() {
        var session = Given.anInvitedSession();
        for (int i = 1; i <= 5; i++) {
            agentWrites(session, "Number " + i).then().statusCode(201);
        }

        var first = Given.asMachine().get("/api/sessions/{id}/messages?limit=2", session.id());
        first.then()
                .body("items.number", equalTo(List.of(5, 4)))
                .body("nextCursor", notNullValue())
                .header("Link", notNullValue());
        Given.asMachine()
                .get("/api/sessions/{id}/messages?limit=4&cursor=" + first.path("nextCursor"), session.id())
                .then()
                .body("items.number", equalTo(List.of(3, 2, 1)))
                .body("nextCursor", nullValue());
    }

    @Test
    void othersLearnThatSomethingWasWrittenAndNeverWhat() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        String id = customerWrites(browser, "my secret is 4711-xyzzy").path("id");

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                        .extracting(Topic.Event::type)
                        .contains(ADDED));
        var told = Topic.read("parley.sessions", session.id()).stream()
                .filter(event -> event.type().equals(ADDED))
                .toList();
        assertThat(told).hasSize(1);
        var data = told.get(0).data();
        assertThat(data.get("message").get("id").textValue()).isEqualTo(id);
        assertThat(data.get("actor").get("role").textValue()).isEqualTo("customer");
        assertThat(Schemas.errors(ADDED, data.toString())).isEmpty();
        assertThat(Topic.readAll("parley.sessions"))
                .noneMatch(event -> event.data().toString().contains("xyzzy"));
    }

    @Test
    void withoutChatInTheSettingsNobodyWrites() {
        var session = Rooms.aSessionWith("{\"room\":{\"chat\":false}}");
        var browser = Browser.in(session);

        customerWrites(browser, "Hello").then().statusCode(403).body("type", endsWith("/chat-off"));
        agentWrites(session, "Hello").then().statusCode(403).body("type", endsWith("/chat-off"));
        browser.room().then().body("chat", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEW", "FULL"})
    void afterTheEndBothWriteIfTheCustomerMayGoOn(String mode) {
        var session = Rooms.aSessionWith(Rooms.accessAfterEnd(mode));
        var browser = Browser.in(session);
        customerWrites(browser, "Before").then().statusCode(201);
        session.command("end", null).then().statusCode(200);

        boolean open = mode.equals("FULL");
        customerWrites(browser, "After").then().statusCode(open ? 201 : 403);
        agentWrites(session, "After").then().statusCode(open ? 201 : 410);
        browser.asks().get("/api/room/messages").then().statusCode(200);
    }

    @Test
    void aStrangerNeitherReadsNorWrites() {
        var session = Given.anInvitedSession();
        var stranger = new Browser();

        customerWrites(stranger, "Hello").then().statusCode(401).body("type", endsWith("/not-in-the-room"));
        stranger.asks().get("/api/room/messages").then().statusCode(401);
        Given.as("bob").get("/api/sessions/{id}/messages", session.id()).then().statusCode(404);
        Given.as("bob")
                .body(Map.of("text", "Hello"))
                .post("/api/sessions/{id}/messages", session.id())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":\" \\n \"}",
                "{\"text\":\"a\\u0007b\"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"a\",\"author\":\"AGENT\"}",
                "null"
            })
    void whatIsNoTextIsRefused(String body) {
        var browser = Browser.in(Rooms.aSession());

        browser.asks()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/room/messages")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        customerWrites(browser, "x".repeat(4001)).then().statusCode(400);
        customerWrites(browser, "x".repeat(4000)).then().statusCode(201);
    }

    @Test
    void aKeyThatComesTwiceWritesOnce() {
        var session = Given.anInvitedSession();
        for (var replayed : new String[] {null, "true"}) {
            Given.asMachine()
                    .header("Idempotency-Key", "chat-" + session.id())
                    .body(Map.of("text", "Once"))
                    .post("/api/sessions/{id}/messages", session.id())
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("number", equalTo(1));
        }
    }

    @Test
    void whoFloodsTheChatIsStopped() {
        var browser = Browser.in(Rooms.aSession());
        for (int i = 0; i < 60; i++) {
            customerWrites(browser, "And another thing").then().statusCode(201);
        }

        customerWrites(browser, "And another thing")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/too-many-messages"));
    }

    private static Response agentWrites(ASession session, String text) {
        return Given.asMachine().body(Map.of("text", text)).post("/api/sessions/{id}/messages", session.id());
    }

    private static Response customerWrites(Browser browser, String text) {
        return browser.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/room/messages");
    }
}
