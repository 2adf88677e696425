package io.parley.notification;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.local.testing.Tokens;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.OwnPort;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What operators and machines may ask, and how everything else is refused. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(OwnPort.class)
class RestTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void messagesOfASessionAreListedNewestFirstPageByPage() {
        var first = ARequest.byMail();
        var second = ARequest.byMail().with("sessionId", first.sessionId());
        Topics.publish(first);
        Topics.publish(second);
        await().untilAsserted(() ->
                assertThat(List.of(Api.state(first), Api.state(second))).containsOnly("SENT"));

        var page = Api.asAdmin().get("/api/notifications?session={s}&limit=1", first.sessionId());

        page.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(second.messageId().toString()))
                .body("items[0].contact", equalTo("a•••@example.org"))
                .body("items[0].history", nullValue());
        Api.asAdmin()
                .get("/api/notifications?session={s}&limit=1&cursor={c}", first.sessionId(), page.path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(first.messageId().toString()))
                .body("nextCursor", nullValue());
        Api.asAdmin()
                .get("/api/notifications?session={s}&state=UNDELIVERED", first.sessionId())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aMessageHasAnETag() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        var tag = Api.asAdmin()
                .get("/api/notifications/{id}", request.messageId())
                .header("ETag");

        Api.asAdmin()
                .header("If-None-Match", tag)
                .get("/api/notifications/{id}", request.messageId())
                .then()
                .statusCode(304);
    }

    @Test
    void theAuditJoinsEachRequestWithItsOutcome() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        var at = request.data().getString("requestedAt");

        Api.asAdmin()
                .queryParam("from", at)
                .get("/api/audit")
                .then()
                .statusCode(200)
                .body("requests", greaterThan(0))
                .body("outcomes.SENT", greaterThan(0))
                .body("unresolved", equalTo(0))
                .body("duplicated", equalTo(0))
                .body("items.messageId", hasItem(request.messageId().toString()));
        Api.asAdmin()
                .queryParam("from", "2001-01-01T00:00:00Z")
                .queryParam("to", "2001-01-02T00:00:00+01:00")
                .get("/api/audit")
                .then()
                .body("requests", equalTo(0));
    }

    @Test
    void aPageOfTheAuditLeadsToTheNext() {
        var first = ARequest.byMail();
        var second = ARequest.byMail();
        Topics.publish(first);
        Topics.publish(second);
        await().untilAsserted(() ->
                assertThat(List.of(Api.state(first), Api.state(second))).containsOnly("SENT"));
        var from = first.data().getString("requestedAt");

        var page =
                Api.asAdmin().queryParam("from", from).get("/api/audit?limit=1").jsonPath();
        var next = Api.asAdmin()
                .queryParam("from", from)
                .queryParam("cursor", page.getString("nextCursor"))
                .get("/api/audit?limit=1")
                .jsonPath();

        assertThat(page.getString("items[0].messageId"))
                .isEqualTo(first.messageId().toString());
        assertThat(next.getString("items[0].messageId"))
                .isEqualTo(second.messageId().toString());
    }

    @Test
    void aChannelIsChangedOnlyInTheVersionThatWasSeen() {
        var seen = Api.asAdmin().get("/api/channels/sms");
        seen.then().statusCode(200).body("state", equalTo("RUNNING")).body("gateways", equalTo(List.of("twilio")));
        Api.asAdmin().post("/api/channels/sms/pause").then().statusCode(200).body("state", equalTo("PAUSED"));

        Api.asAdmin()
                .header("If-Match", seen.header("ETag"))
                .post("/api/channels/sms/drain")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));

        Api.asAdmin()
                .post("/api/channels/sms/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("RUNNING"))
                .body("changedBy", equalTo("ada"))
                .header("ETag", not(equalTo(seen.header("ETag"))));
    }

    @Test
    void aPreviewOfAMailShowsTheTeamsBrandAndWordsEscaped() {
        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("""
                        {"kind": "INVITATION", "channel": "EMAIL", "locale": "de-AT", "recipientName": "<b>Anna</b>",
                         "brand": {"name": "A & B", "primaryColour": "#ffe066",
                                   "texts": {"de": {"INVITATION": {"subject": "Servus von {agent}"}}}}}
                        """)
                .post("/api/templates/preview")
                .then()
                .statusCode(200)
                .body("subject", equalTo("Servus von Alice Arden"))
                .body("text", containsString("Guten Tag <b>Anna</b>"))
                .body("html", containsString("Guten Tag &lt;b&gt;Anna&lt;/b&gt;"))
                .body("html", containsString("A &amp; B"))
                .body("html", containsString("background:#ffe066"))
                .body("html", containsString("lang=\"de\" dir=\"ltr\""))
                .body("html", not(containsString("<img")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVITATION",
                "RESEND",
                "RE_ENGAGEMENT",
                "RENEWAL",
                "REMINDER",
                "NEW_ACTIVITY",
                "OTP",
                "INVITATION_UNDELIVERED",
                "WORKFLOW_COMPLETED",
                "SESSION_TRANSFERRED"
            })
    void everyKindCanBePreviewedOnBothChannels(String kind) {
        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"" + kind + "\", \"channel\": \"SMS\"}")
                .post("/api/templates/preview")
                .then()
                .statusCode(200)
                .body("characters", lessThanOrEqualTo(160))
                .body("text", not(containsString("{")));
        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"" + kind + "\", \"channel\": \"EMAIL\"}")
                .post("/api/templates/preview")
                .then()
                .statusCode(200)
                .body("subject", notNullValue())
                .body("html", containsString("</html>"))
                .body("text", not(containsString("{")));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void aBadRequestIsAProblemOfTheCatalogue(String method, String path, String body, int status, String type) {
        var request = Api.asAdmin();
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        request.request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("instance", notNullValue());
        RestAssured.get("/problems/{type}", type).then().statusCode(200).body("status", is(status));
    }

    static Stream<Arguments> badRequests() {
        var preview = "/api/templates/preview";
        return Stream.of(
                Arguments.of("GET", "/api/notifications?limit=0", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/notifications?limit=101", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/notifications?limit=x", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/notifications?session=1", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/notifications?state=LOST", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/notifications?state=%00", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/notifications?cursor=%F0%9F", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/notifications/1", null, 404, "not-found"),
                Arguments.of("GET", "/api/notifications/" + new UUID(0, 0), null, 404, "not-found"),
                Arguments.of("DELETE", "/api/notifications", null, 405, "method-not-allowed"),
                Arguments.of("GET", "/api/audit?from=yesterday", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/audit?from=-999999999-01-01T00:00:00Z", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/audit?to=%2B99999-01-01T00:00:00Z", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/audit?cursor=x", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/audit?limit=-1", null, 400, "invalid-request"),
                Arguments.of("GET", "/api/channels/pigeon", null, 404, "not-found"),
                Arguments.of("POST", "/api/channels/email/explode", null, 404, "not-found"),
                Arguments.of("GET", "/api/nothing", null, 404, "not-found"),
                Arguments.of("POST", "/api/notifications/requeue", "null", 400, "unreadable-request"),
                Arguments.of("POST", "/api/notifications/requeue", "{\"session\": 1}", 400, "unreadable-request"),
                Arguments.of(
                        "POST", "/api/notifications/requeue", "{\"gateway\": \"\\u0000\"}", 400, "invalid-request"),
                Arguments.of("POST", preview, "null", 400, "unreadable-request"),
                Arguments.of("POST", preview, "", 400, "unreadable-request"),
                Arguments.of("POST", preview, "[]", 400, "unreadable-request"),
                Arguments.of("POST", preview, "{", 400, "unreadable-request"),
                Arguments.of("POST", preview, "\"x\"", 400, "unreadable-request"),
                Arguments.of("POST", preview, "{\"kind\": 99, \"channel\": {}}", 400, "unreadable-request"),
                Arguments.of("POST", preview, "{\"kind\": \"NEWS\"}", 400, "unreadable-request"),
                Arguments.of(
                        "POST",
                        preview,
                        "{\"kind\": \"OTP\", \"channel\": \"SMS\", \"x\": 1}",
                        400,
                        "unreadable-request"),
                Arguments.of("POST", preview, "{}", 400, "invalid-request"),
                Arguments.of(
                        "POST",
                        preview,
                        "{\"kind\": \"OTP\", \"channel\": \"SMS\", \"brand\": {\"primaryColour\": \"red\"}}",
                        400,
                        "invalid-request"),
                Arguments.of(
                        "POST",
                        preview,
                        "{\"kind\": \"RESEND\", \"channel\": \"SMS\", \"link\": \"javascript:x\"}",
                        400,
                        "invalid-request"));
    }

    @Test
    void aNulCharacterInAPreviewIsHarmless() {
        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body(
                        "{\"kind\": \"OTP\", \"channel\": \"SMS\", \"recipientName\": \"a\\u0000b\", \"locale\": \"\\u0000\"}")
                .post("/api/templates/preview")
                .then()
                .statusCode(200);
    }

    @Test
    void aRequestThatIsTooLargeIsAProblem() {
        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"OTP\", \"channel\": \"SMS\", \"reason\": \"" + "x".repeat(300_000) + "\"}")
                .post("/api/templates/preview")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/request-too-large"));
    }

    @Test
    void theFaultyFieldIsNamed() {
        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"OTP\", \"channel\": \"SMS\", \"brand\": {\"primaryColour\": \"red\"}}")
                .post("/api/templates/preview")
                .then()
                .body("errors.pointer", equalTo(List.of("/brand/primaryColour")));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Api.asAdmin()
                .contentType(ContentType.TEXT)
                .body("hello")
                .post("/api/templates/preview")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
        Api.asAdmin().accept("image/png").get("/api/notifications").then().statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/notifications", "/api/channels/email", "/api/audit", "/api/dead-letters"})
    void onlyAdministratorsAndMachinesMayLook(String path) {
        Api.as(Tokens.of("alice")).get(path).then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        Api.as(Tokens.of("sam")).get(path).then().statusCode(403);
        Api.as(Tokens.system()).get(path).then().statusCode(200);
        Api.asAdmin().get(path).then().statusCode(200);
        RestAssured.get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
        Api.as("not.a.token")
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void aHebrewMailRunsFromRightToLeftWithItsNamesApart() {
        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"INVITATION\", \"channel\": \"EMAIL\", \"locale\": \"he-IL\"}")
                .post("/api/templates/preview")
                .then()
                .statusCode(200)
                .body("html", containsString("lang=\"he\" dir=\"rtl\""))
                .body("text", containsString("\u2068Alice Arden\u2069"));
    }

    @Test
    void theOpenApiDocumentIsPublic() {
        RestAssured.get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("paths.keySet()", hasItem("/api/notifications/{id}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started", "/metrics"})
    void healthAndMetricsHaveAPortOfTheirOwn(String path) {
        RestAssured.given().port(managementPort).get(path).then().statusCode(200);
        RestAssured.get(path).then().statusCode(404);
    }
}
