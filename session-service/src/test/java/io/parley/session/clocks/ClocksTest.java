package io.parley.session.clocks;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class ClocksTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String SHORT_WORKFLOW = """
        {"workflows": [{"id": "%s", "name": "Open an account", "version": 3, "expiresAfter": "PT1S",
                        "steps": [{"id": "terms", "name": "Read the terms", "kind": "ACKNOWLEDGE"}]}]}
        """.formatted(TeamSettings.WORKFLOW);

    @Test
    void aLinkThatLapsesExpiresTheInvitationAndNotTheSession() {
        var session = Given.aSessionOf(Given.anOwnerWithSettings("{\"link\":{\"lifetime\":\"PT1S\"}}"), Map.of());

        awaitEvent(session, "parley.invitation.expired.v1");
        session.read().then().body("state", equalTo("INVITED")).body("invitation.state", equalTo("EXPIRED"));
    }

    @Test
    void aSessionInWhichNothingIsDoneExpiresAndCanBeRenewed() {
        var session = Given.aSessionOf(
                Given.anOwnerWithSettings("{\"session\":{\"endAfterInactivity\":\"PT1S\"}}"), Map.of());

        awaitEvent(session, "parley.session.expired.v1");
        session.read()
                .then()
                .body("state", equalTo("ENDED"))
                .body("previousState", equalTo("INVITED"))
                .body("endReason", equalTo("INACTIVITY"));
        session.command("renew", null).then().statusCode(200).body("state", equalTo("INVITED"));
    }

    @Test
    void anExpiredWorkflowRunsAgainFromItsFullLengthWhenTheCustomerIsReengaged() {
        var session = Given.aSessionOf(
                Given.anOwnerWith(SHORT_WORKFLOW), Map.of("workflows", List.of(TeamSettings.WORKFLOW)));
        awaitEvent(session, "parley.workflow.expired.v1");
        session.read().then().body("workflows[0].state", equalTo("EXPIRED"));

        session.command("re-engage", Map.of("customer", Map.of("name", "Bea", "email", Given.anEmail())))
                .then()
                .statusCode(200)
                .body("workflows[0].state", equalTo("RUNNING"))
                .body("workflows[0].expiresAt", notNullValue());
        assertThat(types(session)).containsOnlyOnce("parley.workflow.restarted.v1");
    }

    @Test
    void noClockRunsWhileASessionIsPlanned() {
        var session = Given.aSessionOf(
                Given.anOwnerWith(SHORT_WORKFLOW), Map.of("plan", true, "workflows", List.of(TeamSettings.WORKFLOW)));
        var later = Given.aSessionOf(Given.anOwnerWithSettings("{\"link\":{\"lifetime\":\"PT1S\"}}"), Map.of());

        awaitEvent(later, "parley.invitation.expired.v1");
        session.read().then().body("state", equalTo("PLANNED")).body("workflows[0].state", equalTo("WAITING"));
        session.command("invite", null).then().statusCode(200).body("workflows[0].state", equalTo("RUNNING"));
    }

    @Test
    void endingStopsAWorkflowsClockAndRenewingLetsItGoOn() {
        var session = Given.aSessionOf(Given.anOwner(), Map.of("workflows", List.of(TeamSettings.WORKFLOW)));

        session.command("end", null)
                .then()
                .body("workflows[0].state", equalTo("STOPPED"))
                .body("workflows[0].remaining", notNullValue());
        session.command("renew", null).then().body("workflows[0].state", equalTo("RUNNING"));
    }

    @Test
    void itIsTooLateToRenewAfterTheTimeForIt() {
        var session =
                Given.aSessionOf(Given.anOwnerWithSettings("{\"session\":{\"renewableFor\":\"PT0S\"}}"), Map.of());
        session.command("end", null).then().statusCode(200);

        session.command("renew", null)
                .then()
                .statusCode(409)
                .body("type", endsWith("/renewal-period-over"))
                .body("until", notNullValue());
    }

    @Test
    void theClocksAfterTheEndStrikeByThemselves() {
        var session = Given.aSessionOf(
                Given.anOwnerWithSettings(
                        "{\"session\":{\"accessAfterEnd\":{\"mode\":\"FULL\",\"duration\":\"PT1S\"},\"renewableFor\":\"PT2S\"}}"),
                Map.of());
        Given.join(session).then().statusCode(200);
        session.command("end", null).then().body("accessAfterEnd.mode", equalTo("FULL"));

        awaitEvent(session, "parley.session.renewability-ended.v1");
        assertThat(types(session)).endsWith("parley.session.access-ended.v1", "parley.session.renewability-ended.v1");
        session.read().then().body("accessAfterEnd.mode", equalTo("NONE"));
        session.command("renew", null).then().statusCode(409).body("type", endsWith("/renewal-period-over"));
    }

    private static void awaitEvent(Given.ASession session, String type) {
        await().atMost(SOON).untilAsserted(() -> assertThat(types(session)).contains(type));
    }

    private static List<String> types(Given.ASession session) {
        return Given.asMachine()
                .get("/api/sessions/{id}/timeline", session.id())
                .path("items.type");
    }
}
