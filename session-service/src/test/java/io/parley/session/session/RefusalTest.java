package io.parley.session.session;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

@QuarkusTest
class RefusalTest {

    private static final Map<String, Object> SOMEBODY =
            Map.of("customer", Map.of("name", "Bea Bright", "email", "bea@example.org"));

    @ParameterizedTest
    @CsvSource({
        "planned, resend, session-not-invited",
        "planned, renew, session-not-ended",
        "planned, link, session-not-invited",
        "invited, invite, session-already-invited",
        "invited, renew, session-not-ended",
        "active, invite, customer-already-joined",
        "active, resend, customer-already-joined",
        "active, re-engage, customer-already-joined",
        "active, renew, session-not-ended",
        "ended, invite, session-ended",
        "ended, resend, session-ended",
        "ended, re-engage, session-ended",
        "ended, transfer, session-ended",
        "ended, link, session-ended"
    })
    void whatAStateDoesNotAllowIsRefusedByName(String state, String command, String problem) {
        var session = in(state);

        var answer = session.command(command, body(command));

        answer.then()
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body("status", equalTo(answer.statusCode()));
        assertThat(answer.statusCode()).isIn(409, 410);
    }

    @Test
    void aStaleVersionIsRefusedAndNothingIsLost() {
        var session = Given.anInvitedSession();
        session.command("resend", null).then().statusCode(200);

        Given.asMachine()
                .header("If-Match", "\"1\"")
                .post("/api/sessions/{id}/end", session.id())
                .then()
                .statusCode(412)
                .body("type", endsWith("/precondition-failed"));
        session.read().then().body("state", equalTo("INVITED"));
    }

    @Test
    void aVersionThatIsReadIsTheOneThatIsNamed() {
        var session = Given.aPlannedSession();
        var tag = session.read().header("ETag");

        Given.asMachine()
                .header("If-Match", tag)
                .get("/api/sessions/{id}", session.id())
                .then()
                .statusCode(200);
        Given.asMachine()
                .header("If-Match", "\"999\"")
                .get("/api/sessions/{id}", session.id())
                .then()
                .statusCode(412)
                .body("type", endsWith("/precondition-failed"));
    }

    @Test
    void labellingNeedsTheVersion() {
        var session = Given.anInvitedSession();

        label(session, null).then().statusCode(428).body("type", endsWith("/precondition-required"));
        label(session, "\"1\"").then().statusCode(200).body("metadata.deal", equalTo("42"));
        label(session, "\"1\"").then().statusCode(412);
    }

    @Test
    void aCustomerIsNotFloodedWithInvitations() {
        var session = Given.anInvitedSession();
        for (int resend = 0; resend < 5; resend++) {
            session.command("resend", null).then().statusCode(200);
        }

        var answer = session.command("resend", null);

        answer.then().statusCode(429).body("type", endsWith("/too-many-resends"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isGreaterThan(0);
    }

    @Test
    void anOwnerWithOneOpenSessionStartsNoOtherWhereTheTeamSaysSo() {
        var owner = Given.anOwnerWithSettings("{\"session\":{\"singleActive\":true}}");
        var open = Given.aSessionOf(owner, Map.of());

        start(owner, Given.anEmail())
                .then()
                .statusCode(409)
                .body("type", endsWith("/single-active-session"))
                .body("session", equalTo(open.id()));
        open.command("end", null).then().statusCode(200);
        start(owner, Given.anEmail()).then().statusCode(201);
        open.command("renew", null).then().statusCode(409).body("type", endsWith("/single-active-session"));
    }

    @Test
    void theSameContactContinuesItsOpenSessionWhereTheTeamSaysSo() {
        var owner = Given.anOwnerWithSettings("{\"session\":{\"contactReuse\":\"CONTINUE\"}}");
        var open = Given.aSessionOf(owner, Map.of());

        start(owner, open.email()).then().statusCode(200).body("id", equalTo(open.id()));
        start(owner, Given.anEmail()).then().statusCode(201);
    }

    @Test
    void eachSideOfBorrowingSaysNoByItsOwnName() {
        var owner = Given.anOwnerWith("{\"refuse\":\"lending-not-allowed\",\"status\":409}");

        start(owner, Given.anEmail()).then().statusCode(409).body("type", endsWith("/lending-not-allowed"));
    }

    @Test
    void withoutSettingsNothingIsStarted() {
        var owner = Given.anOwnerWith("{\"refuse\":\"internal-error\",\"status\":500}");

        start(owner, Given.anEmail())
                .then()
                .statusCode(503)
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .body("type", endsWith("/unavailable"));
    }

    @Test
    void theLastKnownSettingsServeWhileTheirServiceIsAway() {
        var owner = Given.anOwner();
        Given.aSessionOf(owner, Map.of());
        TeamSettings.change(owner, "{\"refuse\":\"internal-error\",\"status\":500}");

        start(owner, Given.anEmail()).then().statusCode(201);
    }

    private static Response start(String owner, String email) {
        return Given.asMachine()
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", email)))
                .post("/api/sessions");
    }

    private static Response label(Given.ASession session, String version) {
        var request =
                Given.asMachine().contentType("application/merge-patch+json").body("{\"metadata\":{\"deal\":\"42\"}}");
        return (version == null ? request : request.header("If-Match", version))
                .patch("/api/sessions/{id}", session.id());
    }

    private static Given.ASession in(String state) {
        switch (state) {
            case "planned":
                return Given.aPlannedSession();
            case "invited":
                return Given.anInvitedSession();
            case "active":
                return Given.anActiveSession();
            default:
                return Given.anEndedSession();
        }
    }

    private static Object body(String command) {
        switch (command) {
            case "re-engage":
                return SOMEBODY;
            case "transfer":
                return Map.of("owner", "carol");
            default:
                return null;
        }
    }
}
