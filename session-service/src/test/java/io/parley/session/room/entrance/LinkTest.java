package io.parley.session.room.entrance;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** What a link can and can't do, in whoever's hands. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class LinkTest {

    private static final int ANY_NUMBER_OF_TIMES = 20;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void whateverIsAskedOfALinkItIsInNoMetric() {
        var token = Given.anInvitedSession().token();
        for (var path : List.of("/j/", "/api/join/")) {
            RestAssured.given().options(path + token).then().statusCode(200);
            RestAssured.given().put(path + token).then().statusCode(405);
            RestAssured.given().patch(path + token + "/otp").then().statusCode(anyOf(equalTo(404), equalTo(405)));
        }
        RestAssured.given()
                .contentType("application/json")
                .body("{\"pin\":\"" + "1".repeat(1_100_000) + "\"}")
                .post("/api/join/" + token)
                .then()
                .statusCode(413);

        assertThat(RestAssured.get(metrics).asString())
                .contains("uri=\"/j/{token}\"")
                .contains("uri=\"/api/join/{token}\"")
                .doesNotContain(token);
    }

    @Test
    void lookingAtALinkChangesNothingHoweverOften() {
        var session = Rooms.aSession();
        var token = session.token();
        int sequence = session.read().path("sequence");

        for (int i = 0; i < ANY_NUMBER_OF_TIMES; i++) {
            for (var path : new String[] {"/j/", "/api/join/"}) {
                assertThat(given().get(path + token).statusCode()).isEqualTo(200);
                assertThat(given().head(path + token).statusCode()).isEqualTo(200);
                assertThat(given().options(path + token).statusCode()).isLessThan(300);
            }
        }

        session.read().then().body("state", equalTo("INVITED")).body("sequence", equalTo(sequence));
        new Browser().enter(token, Map.of()).then().statusCode(200);
    }

    @Test
    void whoeverTakesALinkLearnsHowLongItLastsAndWhichEntrySaysSo() {
        var session = Rooms.aSession();

        var taken = Given.asMachine().post("/api/sessions/{id}/link", session.id());

        session.read()
                .then()
                .body("sequence", equalTo(taken.<Integer>path("sequence")))
                .body("invitation.expiresAt", equalTo(taken.<String>path("expiresAt")));
    }

    @Test
    void anUnknownSessionAWrongSecretAndNonsenseGetTheSameAnswer() {
        var token = Rooms.aSession().token();
        var wrongSecret = token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);
        var unknownSession = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

        var answers = new String[] {wrongSecret, unknownSession, "nonsense", token + "A"};
        var first = answer(answers[0]);
        assertThat(first).contains("/problems/link-unknown").doesNotContain(token.substring(0, 20));
        for (var other : answers) {
            assertThat(answer(other)).isEqualTo(first);
        }
    }

    private static String answer(String token) {
        var got = new Browser().knock(token);
        var posted = new Browser().enter(token, Map.of());
        var code = new Browser().post("/api/join/" + token + "/otp");
        var link = new Browser().post("/api/join/" + token + "/new-link");
        assertThat(got.statusCode()).isEqualTo(404);
        return got.asString() + posted.asString() + code.asString() + link.asString();
    }

    @Test
    void theLinkOfAPlannedSessionDoesNotExistYet() {
        var session = Given.aPlannedSession();
        session.command("link", null).then().statusCode(409);
    }

    @Test
    void aSupersededLinkSaysSo() {
        var session = Rooms.aSession();
        var old = session.token();
        session.command("resend", null).then().statusCode(200);

        new Browser().knock(old).then().statusCode(410).body("type", endsWith("/link-superseded"));
        new Browser().enter(old, Map.of()).then().statusCode(410);
    }

    @Test
    void aLapsedLinkBringsANewOneToTheKnownContactOnly() {
        var session = Rooms.aSessionWith("{\"link\":{\"lifetime\":\"PT2S\"}}");
        var token = session.token();
        new Browser()
                .post("/api/join/" + token + "/new-link")
                .then()
                .statusCode(409)
                .body("type", endsWith("/link-not-expired"));
        await().untilAsserted(() -> new Browser()
                .knock(token)
                .then()
                .statusCode(410)
                .body("type", endsWith("/link-expired"))
                .body("until", notNullValue()));

        var answer = new Browser().post("/api/join/" + token + "/new-link");

        answer.then().statusCode(202).body("channel", equalTo("EMAIL"));
        assertThat(answer.asString()).doesNotContain("@");
        session.read().then().body("invitation.state", equalTo("REQUESTED")).body("invitation.number", equalTo(2));
        new Browser().knock(token).then().body("type", endsWith("/link-superseded"));
    }

    @Test
    void anEndedSessionSaysSo() {
        var session = Rooms.aSession();
        var token = session.token();
        session.command("end", null);

        new Browser()
                .knock(token)
                .then()
                .statusCode(410)
                .body("type", endsWith("/session-ended"))
                .body("until", notNullValue());
    }

    @Test
    void aSessionThatExpiredSaysSo() {
        var session = Rooms.aSessionWith("{\"session\":{\"endAfterInactivity\":\"PT1S\"}}");
        var token = session.token();

        await().untilAsserted(() ->
                new Browser().knock(token).then().statusCode(410).body("type", endsWith("/session-expired")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"pin\":7.5}", "{\"pin\":\"12a4\"}", "{\"nonsense\":1}"})
    void badInputIsAProblemAndNothingElse(String body) {
        var token = Rooms.aSession().token();

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/join/{token}", token)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/join"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void whatAPlainFormCanSendIsRefused(String type) {
        var session = Rooms.aSession();

        given().header("Content-Type", type)
                .body("{}")
                .post("/api/join/{token}", session.token())
                .then()
                .statusCode(415);
        given().multiPart("pin", "1")
                .post("/api/join/{token}", session.token())
                .then()
                .statusCode(415);
        session.read().then().body("state", equalTo("INVITED"));
    }

    @Test
    void anotherSiteCanNotMakeABrowserEnter() {
        var session = Rooms.aSession();

        for (var origin : new String[] {"https://evil.example", "null", "http://localhost:1"}) {
            given().contentType(ContentType.JSON)
                    .header("Origin", origin)
                    .body("{}")
                    .post("/api/join/{token}", session.token())
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/foreign-origin"));
        }
        session.read().then().body("state", equalTo("INVITED"));
    }

    @Test
    void theOwnPageMay() {
        var session = Rooms.aSession();

        given().contentType(ContentType.JSON)
                .header("Origin", "http://localhost:8080")
                .body("{}")
                .post("/api/join/{token}", session.token())
                .then()
                .statusCode(200);
    }
}
