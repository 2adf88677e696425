package io.parley.story;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.ALICE;
import static io.parley.story.AColleague.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A session of Sales with the settings of Support. */
@Story
class BorrowingTest {

    private final String sales = ALICE.team("Sales");
    private final String support = BOB.team("Support");

    @AfterEach
    void supportLendsToSalesAgain() {
        lends(Map.of("mode", "LIST", "teams", List.of(sales)));
        await().untilAsserted(() -> assertThat(ALICE.team("Support")).isEqualTo(support));
    }

    @Test
    void aBorrowedSessionRunsWithTheLendersSettingsAndWorkflows() {
        var ben = ACustomer.withEmail("Ben");
        var session = ALICE.starts(
                ANewSession.with(ben).borrowingFrom(support).workflow(ALICE.workflowOf(support, "Report a fault")));

        assertThat(session.now().getString("settings.team")).isEqualTo(support);
        assertThat(session.now().getString("homeTeam")).isEqualTo(sales);
        var mail = ben.receivesOne();
        assertThat(mail.from()).contains("Parley Support");
        assertThat(mail.text()).contains("Alice Arden of Support").endsWith("Sent by Support");
        ben.joins(mail.link()).done();
        assertThat(ben.room().done().getString("teamName")).isEqualTo("Support");
        assertThat(ben.room().done().getList("workflows.name")).containsExactly("Report a fault");
        session.isToldToOthersAsItWas();
    }

    @Test
    void nobodyBorrowsFromATeamThatDoesNotLend() {
        BOB.triesToStart(ANewSession.with(ACustomer.withEmail("Ben")).borrowingFrom(sales))
                .refused(409, "lending-not-allowed");

        assertThat(BOB.team("Sales")).isNull();
    }

    @Test
    void aRevokedGrantStopsNewSessionsAndLeavesTheRunningOneAsItWas() {
        var ben = ACustomer.withEmail("Ben");
        var session = ALICE.starts(ANewSession.with(ben).borrowingFrom(support));
        var pinned = session.now().getMap("settings");
        var link = ben.receivesOne().link();

        lends(Map.of("mode", "NONE"));

        await().untilAsserted(() -> ALICE.triesToStart(
                        ANewSession.with(ACustomer.withEmail("Tom")).borrowingFrom(support))
                .refused(409, "lending-not-allowed"));
        assertThat(ALICE.team("Support")).isNull();
        ben.joins(link).done();
        assertThat(session.does("end").getString("state")).isEqualTo("ENDED");
        assertThat(session.does("renew").getString("state")).isEqualTo("ACTIVE");
        assertThat(session.now().getMap("settings")).isEqualTo(pinned);
        assertThat(ben.receives(2).from()).contains("Parley Support");
        assertThat(ben.room().done().getString("access")).isEqualTo("FULL");
        session.isToldToOthersAsItWas();
    }

    private void lends(Map<String, ?> to) {
        ADA.settings().put("/api/teams/" + support + "/lending", to).done();
    }
}
