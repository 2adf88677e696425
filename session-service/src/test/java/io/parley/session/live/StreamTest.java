package io.parley.session.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.local.testing.Tokens;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Who watches a session sees what happens as it happens, misses nothing, and sees no more than they may. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class StreamTest {

    private static final String ADDED = "parley.session.message-added.v1";

    @Test
    void bothSidesSeeWhatHappensAndNeverWhatWasWritten() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        try (var agent = agent(session).opened();
                var customer = customer(browser).opened()) {
            assertThat(agent.header("Content-Type")).startsWith("text/event-stream");
            assertThat(customer.header("Cache-Control")).contains("no-store");
            agentWrites(session, "xyzzy");

            soon(() -> assertThat(agent.types()).containsExactly(ADDED));
            soon(() -> assertThat(customer.types()).containsExactly(ADDED));
            var told = customer.named("change").get(0).data();
            assertThat(told.get("message").get("number").intValue()).isEqualTo(1);
            assertThat(told.has("owner")).isFalse();
            assertThat(agent.named("change").get(0).data().get("owner").textValue())
                    .isEqualTo(session.owner());
            assertThat(String.join("\n", agent.lines()) + String.join("\n", customer.lines()))
                    .doesNotContain("xyzzy")
                    .doesNotContain("Anna")
                    .doesNotContain("@");
        }
    }

    @Test
    void whoComesBackGoesOnWithoutAGap() {
        var session = Given.anInvitedSession();
        agentWrites(session, "One");
        agentWrites(session, "Two");
        try (var again = agent(session, "Last-Event-ID", "1").opened()) {
            agentWrites(session, "Three");

            soon(() -> assertThat(again.named("change"))
                    .extracting(Listening.Event::id)
                    .containsExactly("2", "3", "4", "5"));
        }
    }

    @Test
    void nothingIsMissedWhileManyWriteAtOnce() {
        var session = Given.anInvitedSession();
        try (var first = agent(session).opened();
                var second = agent(session).opened()) {
            var writers = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) {
                writers.add(new Thread(() -> {
                    for (int n = 0; n < 10; n++) {
                        agentWrites(session, "Many");
                    }
                }));
            }
            writers.forEach(Thread::start);

            var all = IntStream.rangeClosed(3, 42).mapToObj(String::valueOf).toList();
            for (var reader : List.of(first, second)) {
                soon(() -> assertThat(reader.named("change"))
                        .extracting(Listening.Event::id)
                        .isEqualTo(all));
            }
        }
    }

    @Test
    void theOwnerLearnsInOneStreamWhatHappensInAllSessions() {
        TeamSettings.change("alice", "{}");
        var mine = aliceStarts();
        try (var all = Listening.to("/api/stream", "Authorization", "Bearer " + Tokens.of("alice"))
                .opened()) {
            var other = Given.anInvitedSession();
            String invitation =
                    Given.as("alice").get("/api/sessions/{id}", mine).path("invitation.id");
            Topic.sendDelivery(
                    "parley.message.undelivered.v1",
                    UUID.randomUUID(),
                    mine,
                    "{\"messageId\":\"%s\",\"sessionId\":\"%s\",\"invitationId\":\"%s\",\"kind\":\"INVITATION\",\"channel\":\"EMAIL\",\"reason\":\"address-rejected\"}"
                            .formatted(invitation, mine, invitation));
            soon(() -> assertThat(all.types()).contains("parley.invitation.undelivered.v1"));
            Given.asMachine().body(Map.of("owner", "bob")).post("/api/sessions/{id}/transfer", mine);

            soon(() -> assertThat(all.types())
                    .containsSubsequence("parley.invitation.undelivered.v1", "parley.session.transferred.v1"));
            assertThat(all.named("change"))
                    .noneMatch(
                            event -> event.data().get("sessionId").textValue().equals(other.id()));
        }
    }

    @Test
    void whoWasAwayFromAllSessionsMissesNothing() {
        var here = aliceStarts();
        String left;
        try (var all = Listening.to("/api/stream", "Authorization", "Bearer " + Tokens.of("alice"))
                .opened()) {
            Given.as("alice").body(Map.of("text", "One")).post("/api/sessions/{id}/messages", here);
            soon(() -> assertThat(all.named("change")).isNotEmpty());
            left = all.named("change").get(0).id();
        }
        Given.as("alice").body(Map.of("text", "Two")).post("/api/sessions/{id}/messages", here);

        try (var back = Listening.to(
                        "/api/stream", "Authorization", "Bearer " + Tokens.of("alice"), "Last-Event-ID", left)
                .opened()) {
            soon(() -> assertThat(back.named("change"))
                    .anyMatch(
                            event -> event.data().path("message").path("number").intValue() == 2));
        }
    }

    @Test
    void whoMayNotSeeTheSessionGetsNoStream() {
        var session = Given.anInvitedSession();
        assertThat(Listening.to(
                                "/api/sessions/" + session.id() + "/stream",
                                "Authorization",
                                "Bearer " + Tokens.of("bob"))
                        .status())
                .isEqualTo(404);
        assertThat(Listening.to("/api/room/stream").status()).isEqualTo(401);
        assertThat(Listening.to("/api/stream").status()).isEqualTo(401);
        assertThat(Listening.to("/api/stream", "Authorization", "Bearer " + Tokens.of("ada"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theCustomersStreamEndsWithTheAccess() {
        var session = Rooms.aSessionWith(Rooms.accessAfterEnd("NONE"));
        var browser = Browser.in(session);
        try (var customer = customer(browser).opened()) {
            session.command("end", null).then().statusCode(200);

            soon(() -> assertThat(customer.named("bye"))
                    .as(() -> String.join("\n", customer.lines()))
                    .extracting(event -> event.data().get("reason").textValue())
                    .containsExactly("access-ended"));
            soon(() -> assertThat(customer.isOver()).isTrue());
        }
    }

    @Test
    void presenceIsSeenByTheOtherSideAndSurvivesAShortReconnect() {
        var session = Rooms.aSession();
        session.read()
                .then()
                .body("presence.customer.state", equalTo("NEVER"))
                .body("presence.customer.since", nullValue());
        var browser = Browser.in(session);
        try (var agent = agent(session).opened()) {
            assertThat(agent.named("hello")
                            .get(0)
                            .data()
                            .get("presence")
                            .get("customer")
                            .get("state")
                            .textValue())
                    .isEqualTo("NEVER");
            String since;
            try (var one = customer(browser).opened();
                    var another = customer(browser).opened()) {
                soon(() -> assertThat(states(agent)).containsExactly("ONLINE"));
                session.read()
                        .then()
                        .body("presence.customer.state", equalTo("ONLINE"))
                        .body("presence.customer.since", notNullValue());
                since = session.read().path("presence.customer.since");
            }
            try (var back = customer(browser).opened()) {
                session.read().then().body("presence.customer.since", equalTo(since));
            }
            soon(() -> assertThat(states(agent)).containsExactly("ONLINE", "OFFLINE"));
            session.read().then().body("presence.customer.state", equalTo("OFFLINE"));
        }
    }

    @Test
    void oneCallerHasNotMoreStreamsThanAFew() {
        var browser = Browser.in(Rooms.aSession());
        var open = new ArrayList<Listening>();
        for (int i = 0; i < 10; i++) {
            open.add(customer(browser).opened());
        }

        assertThat(customer(browser).status()).isEqualTo(429);
        open.forEach(Listening::close);
        soon(() -> {
            try (var again = customer(browser)) {
                assertThat(again.status()).isEqualTo(200);
            }
        });
    }

    private static List<String> states(Listening stream) {
        return stream.named("presence").stream()
                .filter(event -> event.data().get("side").textValue().equals("CUSTOMER"))
                .map(event -> event.data().get("state").textValue())
                .toList();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private static Listening agent(ASession session, String... more) {
        var headers = new ArrayList<>(List.of("Authorization", "Bearer " + Tokens.system()));
        headers.addAll(List.of(more));
        return Listening.to("/api/sessions/" + session.id() + "/stream", headers.toArray(String[]::new));
    }

    private static Listening customer(Browser browser) {
        return Listening.to("/api/room/stream", "Cookie", "__Host-parley-room=" + browser.secret());
    }

    private static String aliceStarts() {
        return Given.as("alice")
                .contentType(ContentType.JSON)
                .body(Map.of("customer", Map.of("name", "Anna Ames", "email", Given.anEmail())))
                .post("/api/sessions")
                .path("id");
    }

    private static void agentWrites(ASession session, String text) {
        Given.asMachine()
                .body(Map.of("text", text))
                .post("/api/sessions/{id}/messages", session.id())
                .then()
                .statusCode(201);
    }
}
