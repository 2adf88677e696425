package io.parley.session.problem;

import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.session.testing.Given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class BadInputTest {

    private static final String[] BODIES = {
        "",
        "null",
        "[]",
        "42",
        "\"text\"",
        "{",
        "{\"unknown\":1}",
        "{\"customer\":null}",
        "{\"customer\":[]}",
        "{\"customer\":{\"name\":42}}",
        "{\"customer\":{\"name\":\"\\u0000\",\"email\":\"a@b.example\"}}",
        "{\"owner\":\"\\u0000\"}",
        "{\"workflow\":\"not an id\"}",
        "{\"asset\":{}}",
        "{\"notify\":\"maybe\"}",
        "{\"metadata\":{\"a\":{}}}",
        "{\"externalId\":\"\\u0000\"}",
        "\u0000",
        "{\"customer\":{\"name\":\"A\",\"email\":\"a@b.example\",\"locale\":\"en" + "-aa".repeat(20_000) + "\"}}",
        "{\"customer\":" + "[".repeat(2000)
    };
    private static final String[] PATHS = {
        "/api/sessions",
        "/api/sessions/{id}/re-engage",
        "/api/sessions/{id}/renew",
        "/api/sessions/{id}/transfer",
        "/api/sessions/{id}/workflows",
        "/api/sessions/{id}/restart-workflow",
        "/api/sessions/{id}/assets",
        "/api/sessions/nobody/end",
        "/api/nothing",
        "/api/join/nothing",
        "/api/join/" + "A".repeat(64)
    };

    private static Given.ASession session;

    private static Given.ASession session() {
        if (session == null) {
            session = Given.anInvitedSession();
        }
        return session;
    }

    static Stream<Arguments> everyBodyOnEveryPath() {
        return Stream.of(PATHS).flatMap(path -> Stream.of(BODIES).map(body -> Arguments.of(path, body)));
    }

    @ParameterizedTest
    @MethodSource("everyBodyOnEveryPath")
    void badInputGetsAProblemOfADocumentedTypeAndNeverA500(String path, String body) {
        var id = session().id();

        var answer = Given.asMachine().body(body.getBytes()).post(path.replace("{id}", id));

        if (answer.statusCode() >= 300) {
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            String type = answer.path("type");
            RestAssured.get(type).then().statusCode(200).body("name", equalTo(type.replace("/problems/", "")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=101",
                "?limit=x",
                "?cursor=x",
                "?state=NONE",
                "?from=yesterday",
                "?from=-999999999-01-01T00:00:00Z",
                "?to=-1000000000-01-01T00:00:00Z",
                "?to=-0001-12-31T23:59:59Z",
                "?scope=world",
                "?settingsTeam=sales"
            })
    void aBadQueryIsRefused(String query) {
        var answer = Given.asMachine().get("/api/sessions" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("/problems/invalid-request");
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/" + query.replaceAll("[?]|=.*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"owner\":1}",
                "{\"owner\":1.5}",
                "{\"owner\":true}",
                "{\"plan\":1}",
                "{\"plan\":\"true\"}",
                "{\"metadata\":{\"a\":1}}"
            })
    void aValueIsNotTakenForOneOfAnotherKind(String body) {
        Given.asMachine()
                .body(body)
                .post("/api/sessions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-request"))
                .body("errors[0].pointer", startsWith("/" + body.replaceAll("\\{\"|\":.*", "")));
    }

    @Test
    void whatFollowsTheBodysEndIsNotPassedOver() {
        var whole = "{\"owner\":\"a\",\"customer\":{\"name\":\"A\",\"email\":\"a@b.example\"}}";

        Given.asMachine()
                .body(whole + "{\"plan\":true}")
                .post("/api/sessions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-request"));
    }

    @Test
    void anExternalIdHasNoControlCharactersHoweverItComes() {
        Given.asMachine()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"externalId\":\"a\\nb\"}")
                .patch("/api/sessions/{id}", session().id())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/externalId"));
    }

    @Test
    void aFieldIsNamedByItsPointerAndNeverRepeated() {
        Given.asMachine()
                .body("{\"owner\":\"a\",\"customer\":{\"name\":\" \",\"email\":\"secret\"},\"pin\":\"12\"}")
                .post("/api/sessions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/customer/name"))
                .body("errors.pointer", hasItem("/pin"))
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not an address",
                "a@b",
                "a@b.example\\r\\nBcc: c@d.example",
                "<a@b.example>",
                "a@b.example, c@d.example"
            })
    void whatIsNoEmailAddressIsRefused(String email) {
        Given.asMachine()
                .body("{\"owner\":\"a\",\"customer\":{\"name\":\"A\",\"email\":\"" + email + "\"}}")
                .post("/api/sessions")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/customer/email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "+1", "+49 15", "+12015550123"})
    void whatIsNoNumberOrNotOfAnAllowedCountryIsRefused(String phone) {
        Given.asMachine()
                .body("{\"owner\":\"a\",\"customer\":{\"name\":\"A\",\"phone\":\"" + phone + "\"}}")
                .post("/api/sessions")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/customer/phone"));
    }

    @Test
    void aNationalNumberIsReadByTheTeamsRegion() {
        Given.asMachine()
                .body("{\"owner\":\"a\",\"customer\":{\"name\":\"A\",\"phone\":\"0151 12345678\"}}")
                .post("/api/sessions")
                .then()
                .statusCode(201)
                .body("customer.phone", equalTo("+4915112345678"))
                .body("invitation.channel", equalTo("SMS"));
    }

    @Test
    void anotherMethodOrContentTypeIsNamed() {
        Given.asMachine()
                .delete("/api/sessions")
                .then()
                .statusCode(405)
                .body("type", equalTo("/problems/method-not-allowed"));
        Given.asMachine()
                .contentType("text/plain")
                .body("x")
                .post("/api/sessions")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
        Given.asMachine()
                .accept("text/csv")
                .get("/api/sessions")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }
}
