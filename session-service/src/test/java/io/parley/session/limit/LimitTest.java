package io.parley.session.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

/** Too much is refused for a while, to whoever does it, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class LimitTest {

    private static final int MOST = 100;
    private static final String OTP = "{\"customer\":{\"authentication\":{\"method\":\"OTP\"}}}";
    private static final String PIN =
            "{\"customer\":{\"authentication\":{\"method\":\"PIN\",\"attempts\":100,\"locks\":2}}}";

    private static Response post(String address, String path, Map<String, Object> body) {
        return RestAssured.given()
                .header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static Response join(String address, String token) {
        return post(address, "/api/join/" + token, Map.of());
    }

    private static Response joinUnderAKey(String address, String token) {
        return RestAssured.given()
                .header("X-Forwarded-For", address)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Cookie", "__Host-parley-room=somebody")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/join/{token}", token);
    }

    private static ASession aSessionOf(String settings, Map<String, Object> customer, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("customer", customer);
        return Given.aSessionOf(Given.anOwnerWithSettings(settings), body);
    }

    @Test
    void whoeverTriesLinksThatLeadNowhereIsHeldUpAndNobodyWithALinkIs() {
        var session = Given.anInvitedSession();
        var token = session.token();
        var wrong = token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);
        int passed = 0;
        while (passed < 2 * MOST
                && join("203.0.113.1", passed % 2 == 0 ? "nonsense" : wrong).statusCode() == 404) {
            passed++;
        }
        assertThat(passed).as("before the limit, which grows again meanwhile").isBetween(MOST, 2 * MOST - 1);

        for (var link : new String[] {"nonsense", wrong}) {
            join("203.0.113.1", link)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue())
                    .body("type", endsWith("/too-many-requests"));
        }
        join("203.0.113.2", "nonsense").then().statusCode(404);
        join("203.0.113.1", token).then().statusCode(200);
    }

    @Test
    void aKeyHidesNoStranger() {
        int passed = 0;
        while (passed < 2 * MOST && joinUnderAKey("203.0.113.9", "nonsense").statusCode() == 404) {
            passed++;
        }

        assertThat(passed).isBetween(MOST, 2 * MOST - 1);
        join("203.0.113.9", "nonsense").then().statusCode(429);
    }

    @Test
    void aContactIsNotFloodedWithCodesFromManySessions() {
        var customer = Map.<String, Object>of("name", "Anna", "email", Given.anEmail());
        for (int i = 0; i < 4; i++) {
            var path = "/api/join/" + aSessionOf(OTP, customer, Map.of()).token() + "/otp";
            for (int j = 0; j < 3; j++) {
                post("203.0.113.3", path, Map.of()).then().statusCode(202);
            }
        }

        post("203.0.113.4", "/api/join/" + aSessionOf(OTP, customer, Map.of()).token() + "/otp", Map.of())
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/too-many-codes"));
        var another = Map.<String, Object>of("name", "Ben", "email", Given.anEmail());
        post("203.0.113.3", "/api/join/" + aSessionOf(OTP, another, Map.of()).token() + "/otp", Map.of())
                .then()
                .statusCode(202);
    }

    @Test
    void aContactIsNotFloodedWithInvitationsFromManySessions() {
        var customer = Map.<String, Object>of("name", "Anna", "email", Given.anEmail());
        for (int i = 0; i < 4; i++) {
            var session = aSessionOf("{}", customer, Map.of());
            for (int j = 0; j < 3; j++) {
                session.command("resend", null).then().statusCode(200);
            }
        }

        var last = aSessionOf("{}", customer, Map.of());
        last.command("resend", null)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/too-many-resends"));
        Given.anInvitedSession().command("resend", null).then().statusCode(200);
    }

    @Test
    void whoGuessesAcrossSessionsIsHeldUpAndTheCustomerElsewhereIsNot() {
        var customer = Map.<String, Object>of("name", "Anna", "email", Given.anEmail());
        var first = aSessionOf(PIN, customer, Map.of("pin", "123456"));
        var second = aSessionOf(PIN, customer, Map.of("pin", "654321"));
        var path = "/api/join/" + first.token();
        for (int i = 0; i < 20; i++) {
            post("203.0.113.5", path, Map.of("pin", "000000")).then().statusCode(403);
        }

        var other = "/api/join/" + second.token();
        post("203.0.113.5", other, Map.of("pin", "654321"))
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
        post("203.0.113.6", other, Map.of("pin", "654321")).then().statusCode(200);
        var stranger = aSessionOf(PIN, Map.of("name", "Ben", "email", Given.anEmail()), Map.of("pin", "123456"));
        post("203.0.113.5", "/api/join/" + stranger.token(), Map.of("pin", "123456"))
                .then()
                .statusCode(200);
    }
}
