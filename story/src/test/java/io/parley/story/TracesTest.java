package io.parley.story;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.parley.story.installation.Installation;
import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.BOB;
import static io.parley.story.AColleague.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the click to the handover, and back, as one trace. */
@Story
class TracesTest {

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void oneTraceLeadsFromTheClickToTheMailServerAndBack() {
        var session =
                started(CAROL, ANewSession.with(ACustomer.withEmail("Tracy")).pin("730194"));

        session.awaitInvitations("SENT");
        var click = "session: POST /api/sessions";
        var request = click + " > notification: process parley.messages";
        awaitPaths(
                click,
                click + " > session: publish parley.sessions",
                click + " > session: publish parley.messages",
                request,
                request + " > notification: hand over",
                request + " > notification: hand over > notification: publish parley.deliveries",
                request + " > notification: hand over > session: process parley.deliveries");
        assertIsInTheLogOf("session-service");
        assertIsInTheLogOf("notification-service");
    }

    @Test
    void whatAGatewaySaysLaterIsOfTheSameTrace() {
        var session = started(BOB, ANewSession.with(ACustomer.withPhone("Trudy")));

        session.awaitInvitations("DELIVERED");
        var receipt = "session: POST /api/sessions > notification: process parley.messages > notification: receipt";
        awaitPaths(receipt, receipt + " > session: process parley.deliveries > session: publish parley.sessions");
        session.isToldToOthersAsItWas();
    }

    @Test
    void whatAnAdministratorChangesIsTracedToTheTopicAndWhoNeedsItAsksForItInATraceOfTheirOwn() {
        settingsOfCollectionsChange();

        var change = "team-settings: PATCH /api/teams/{id}/settings";
        var look = "session: GET /api/session-settings";
        await().untilAsserted(() -> {
            CAROL.sessions().and("traceparent", traceparent()).get("/api/session-settings");
            assertThat(paths())
                    .contains(
                            change,
                            change + " > team-settings: publish parley.team-settings",
                            change + " > session: process parley.team-settings",
                            look + " > session: POST > team-settings: POST /api/resolutions");
        });
        assertIsInTheLogOf("team-settings-service");
    }

    @Test
    void whatIsSearchedForAndWrittenIsInNoTrace() {
        var session = started(BOB, ANewSession.with(ACustomer.withPhone("Trevor")));

        BOB.sessions()
                .and("traceparent", traceparent())
                .get("/api/sessions?q=" + Secrets.told("searchedforword"))
                .done();
        BOB.sessions()
                .and("traceparent", traceparent())
                .post("/api/sessions/" + session.id() + "/messages", Map.of("text", Secrets.told("whisperedword")))
                .done();

        awaitPaths("session: GET /api/sessions", "session: POST /api/sessions/{id}/messages");
    }

    private ASession started(AColleague colleague, ANewSession session) {
        var made = colleague
                .sessions()
                .and("traceparent", traceparent())
                .post("/api/sessions", session.body())
                .done();
        return new ASession(colleague, made.getString("id"));
    }

    /** To what holds by default, so that nobody knows the old ones any more and nothing is different. */
    private void settingsOfCollectionsChange() {
        var team = CAROL.sessions().get("/api/session-settings").done().getString("homeTeam.id");
        var settings = ADA.settings().and("traceparent", traceparent());
        settings.patch("/api/teams/" + team + "/settings", Map.of("session", Map.of("renewableFor", "P29D")))
                .done();
        settings.patch("/api/teams/" + team + "/settings", Map.of("session", Map.of("renewableFor", "P30D")))
                .done();
    }

    private String traceparent() {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }

    private void awaitPaths(String... paths) {
        await().untilAsserted(() -> assertThat(paths()).contains(paths));
    }

    private List<String> paths() {
        return Installation.running().collector().pathsOf(trace);
    }

    private void assertIsInTheLogOf(String service) {
        assertThat(Installation.running().logs().lines())
                .as("lines of %s", service)
                .anyMatch(line -> line.startsWith(service) && line.contains(trace));
    }
}
