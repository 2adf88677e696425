package io.parley.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.port.Port;
import io.parley.story.AnOperator.Said;
import io.parley.story.installation.Installation;
import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The command line of operators, before the services. */
@Story
class OperateTest {

    private final AnOperator olga = AnOperator.atWork();
    private final ACustomer lena = ACustomer.withEmail("Lena");

    @Test
    void theAuditNamesWhatWaitsAndIsCleanWhenItHasLeft() {
        ok(olga.types("pause", "email"), "EMAIL is PAUSED", "by parley-operate");
        var session = ALICE.starts(ANewSession.with(lena));
        var period = new String[] {"audit", "--last", "PT1H"};
        await().untilAsserted(() -> refused(olga.types(period), "").out(session.id(), "REQUESTED", "NOT PROVED: 1 of"));
        ok(olga.types("channel", "email"), "queued: 1, the oldest since", "gateways, in order: smtp");

        ok(olga.types("drain", "email"), "EMAIL is DRAINING");
        lena.receivesOne();
        ok(olga.types("resume", "email"), "EMAIL is RUNNING");
        await().untilAsserted(() -> ok(olga.types(period), "Nothing is lost: each of"));
        ok(olga.types("audit", "--to", "2020-01-01T00:00:00Z"), "nothing is proved");
    }

    @Test
    void programsGetTheServicesOwnBytes() {
        var query = List.of("--to", "2026-01-01T00:00:00Z");
        var said = ok(olga.types("audit", query.get(0), query.get(1), "--output", "json"));

        assertThat(said.out().strip())
                .isEqualTo(ADA.notifications()
                        .get("/api/audit?to=" + query.get(1) + "&open=true&limit=20")
                        .text());
    }

    @Test
    void waitingMessagesAreDueAtOnceAndDeadLettersAreShown() {
        ok(olga.types("requeue", "--channel", "email", "--dead-letters"), "messages are due now");
        ok(olga.types("dead-letters"), "There are no dead letters.");
    }

    @Test
    void eventsOfASessionGoOnceMoreToATopicOfTheirOwn() {
        var session = ALICE.starts(ANewSession.with(lena));
        lena.joins(lena.receivesOne().link()).done();
        TheTopics.make("parley.replay.operators");

        var events = session.timeline();
        ok(
                olga.types("replay", "--topic", "parley.replay.operators", "--session", session.id()),
                events.size() + " events are on parley.replay.operators");

        assertThat(TheTopics.all("parley.replay.operators")).isEqualTo(events);
        refused(olga.types("replay", "--topic", "parley.sessions"), "invalid-request", "/topic must begin with");
    }

    @Test
    void theForecastSaysWhatTheClocksWillDo() {
        var session = ALICE.starts(ANewSession.with(lena).workflow(ALICE.workflow("Offer of the day")));

        ok(olga.types("forecast", session.id()), "parley.workflow.expired.v1", "parley.session.expired.v1");
        refused(olga.types("forecast", "00000000-0000-7000-8000-000000000000"), "not-found");
    }

    @Test
    void settingsThatContradictEachOtherAreFound() {
        ok(olga.types("settings", "lint"));
        var team = ADA.settings()
                .post("/api/teams", Map.of("name", "Operators' own " + System.nanoTime()))
                .done()
                .getString("id");
        ok(olga.types("settings", "lint", "--team", team), "Nothing contradicts itself");
        ADA.settings()
                .patch("/api/teams/" + team + "/settings", Map.of("channels", Map.of("email", false)))
                .done();
        ADA.settings()
                .patch(
                        "/api/teams/" + team + "/settings",
                        Map.of("invitation", Map.of("reminders", Map.of("firstAfter", "P8D"))))
                .done();

        ok(olga.types("settings", "lint", "--team", team), "WARNING");
        refused(olga.types("settings", "lint", "--strict"), "").out("Operators' own");
        misused(olga.types("settings", "lint", "--output", "json"), "--team");
    }

    @Test
    void noInvitationIsUnknown() {
        await().untilAsserted(() -> ok(olga.types("invitations", "--settle", "PT5S"), "knows of every invitation"));
    }

    @Test
    void aCallerWithoutTheRoleIsToldSo(@TempDir Path folder) throws Exception {
        var machine = olga.with("PARLEY_CLIENT_ID", "parley-system").with("PARLEY_CLIENT_SECRET", "parley-system");
        refused(
                machine.types("settings", "lint"),
                "team-settings-service answers 403 forbidden",
                "type: /problems/forbidden");

        var token = Files.writeString(folder.resolve("token"), ADA.token() + "\n");
        var ada = olga.with("PARLEY_TOKEN_FILE", token.toString());
        ok(ada.types("settings", "lint", "--organisation"));
        refused(ada.types("forecast", "00000000-0000-7000-8000-000000000000"), "403 forbidden");
        refused(olga.with("PARLEY_TOKEN", "nonsense").types("audit"), "401");
    }

    @Test
    void aWrongSecretIsRefusedAndNeverShown() {
        var said = refused(
                olga.with("PARLEY_CLIENT_SECRET", "quite-wrong").types("audit"),
                "The issuer answers",
                "invalid_client");

        assertThat(said.out() + said.err()).doesNotContain("quite-wrong");
        misused(olga.with("PARLEY_CLIENT_SECRET", "").types("audit"), "PARLEY_CLIENT_SECRET_FILE");
    }

    @Test
    void nobodyThereIsAnEndOfItsOwn() {
        var impatient = olga.with("PARLEY_PATIENCE", "PT0.1S");

        for (var variable : List.of("PARLEY_NOTIFICATION_URL", "PARLEY_ISSUER")) {
            var said = impatient.with(variable, "http://localhost:1").types("audit");
            assertThat(said.exit()).as(said.err()).isEqualTo(3);
            assertThat(said.err()).contains("does not answer at http://localhost:1");
        }
    }

    @Test
    void whatWasNotUnderstoodIsAnotherEnd() {
        misused(olga.types("audit", "--from", "yesterday"), "--from", "operate audit --help");
        misused(olga.types("audit", "--from", "2026-01-01T00:00:00Z", "--last", "P1D"), "give one of them");
        misused(olga.types("pause", "pigeons"), "EMAIL");
        misused(olga.types("settings"), "lint");
        misused(olga.types("dance"), "dance");
    }

    @Test
    void anAnswerThatGotLostIsAskedForAgainUnderTheSameKey() throws Exception {
        try (var line = new LossyLine(Installation.http(Port.NOTIFICATION))) {
            ok(olga.with("PARLEY_NOTIFICATION_URL", line.address()).types("requeue"), "messages are due now");

            assertThat(line.keys()).hasSize(2);
            assertThat(line.keys().get(0)).isNotBlank().isEqualTo(line.keys().get(1));
            assertThat(line.replayed()).isTrue();
        }
    }

    private static Said ok(Said said, String... words) {
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(List.of(words)).allSatisfy(word -> assertThat(said.out()).contains(word));
        return said;
    }

    private static Said refused(Said said, String... words) {
        assertThat(said.exit()).as(said.toString()).isEqualTo(1);
        assertThat(said.err()).contains(words);
        return said;
    }

    private static void misused(Said said, String... words) {
        assertThat(said.exit()).as(said.toString()).isEqualTo(2);
        assertThat(said.err()).contains(words);
    }
}
