package io.parley.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Method;
import org.junit.jupiter.api.Test;

import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The wrong contact, put right before anybody joined. */
@Story
class ReengagingTest {

    private static final Duration SHORT = Duration.ofSeconds(3);

    private final ACustomer wrong = ACustomer.withEmail("Erna");
    private final ACustomer right = ACustomer.withPhone("Erna");

    @Test
    void reengagingReachesTheRightCustomerAndRunsAnExpiredWorkflowFromItsFullLength() {
        var session = ALICE.starts(ANewSession.with(wrong).workflow(aWorkflowOf(SHORT)));
        var deadLink = wrong.receivesOne().link();
        await().until(session::stateOfTheWorkflow, "EXPIRED"::equals);
        var before = session.now();

        var after = session.triesToReengage(right).done();

        assertThat(after.getString("state")).isEqualTo("INVITED");
        assertThat(after.getString("workflows[0].state")).isEqualTo("RUNNING");
        assertThat(after.getString("workflows[0].id")).isEqualTo(before.getString("workflows[0].id"));
        assertThat(after.getList("workflows[0].steps")).isEqualTo(before.getList("workflows[0].steps"));
        assertThat(lengthOfTheRestarted(session)).isEqualTo(SHORT);

        wrong.knocks(deadLink).refused(410, "link-superseded");
        wrong.joins(deadLink).refused(410, "link-superseded");
        assertThat(wrong.looksAt("/j/" + AMessage.token(deadLink), Method.GET).status())
                .isIn(200, 410);
        var link = right.receivesOne().link();
        session.awaitInvitations("SUPERSEDED", "DELIVERED");
        right.joins(link).done();
        assertThat(right.room().done().getList("workflows.name")).hasSize(1);
        assertThat(session.state()).isEqualTo("ACTIVE");
        session.triesToReengage(wrong).refused(409, "customer-already-joined");
        assertThat(wrong.received()).hasSize(1);
        session.isToldToOthersAsItWas();
    }

    @Test
    void reengagingAPlannedSessionTellsNobody() {
        var session = ALICE.starts(ANewSession.with(wrong).planned());

        assertThat(session.triesToReengage(right).done().getString("state")).isEqualTo("PLANNED");

        session.isToldToOthersAsItWas();
        assertThat(TheTopics.messagesRequestedFor(session)).isZero();
        session.does("invite");
        right.receivesOne();
        assertThat(wrong.received()).isEmpty();
    }

    /** As the event says it: its end and its beginning are of one clock. */
    private static Duration lengthOfTheRestarted(ASession session) {
        JsonNode restarted = session.timeline().stream()
                .filter(event -> event.type().equals("parley.workflow.restarted.v1"))
                .findFirst()
                .orElseThrow()
                .data();
        return Duration.between(
                Instant.parse(restarted.get("at").asText()),
                Instant.parse(restarted.get("workflow").get("expiresAt").asText()));
    }

    /** Made and published by the administrator for Sales, and soon offered to its agents. */
    private static String aWorkflowOf(Duration length) {
        var step = Map.of("name", "Agree", "kind", "SIGN");
        var made = ADA.settings()
                .post(
                        "/api/workflows",
                        Map.of(
                                "team", ALICE.team("Sales"),
                                "name", "A short one",
                                "expiresAfter", length.toString(),
                                "steps", List.of(step, step)))
                .done();
        ADA.settings()
                .post("/api/workflows/" + made.getString("id") + "/publish")
                .done();
        await().until(() -> ALICE.workflow("A short one") != null);
        return made.getString("id");
    }
}
