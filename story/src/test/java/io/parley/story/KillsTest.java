package io.parley.story;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import io.parley.local.service.ServiceJar;
import io.parley.story.installation.Installation;
import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

/** kill -9, at the worst moment: what was answered stays, what was under way goes on. */
@Story
@Order(Integer.MAX_VALUE - 2)
class KillsTest {

    private final Installation installation = Installation.running();
    private final ACustomer hugo = ACustomer.withEmail("Hugo");

    @Test
    void aKilledSessionServiceForgetsNothingThatItHasAnswered() {
        var session = ALICE.starts(ANewSession.with(hugo).workflow(ALICE.workflow("Offer of the day")));
        var link = hugo.receivesOne().link();
        hugo.joins(link).done();
        var rush = ARush.of(ALICE);
        rush.awaitAnswers(12);

        var killed = installation.kill(ServiceJar.SESSION);
        rush.untilNobodyAnswers();
        killed.comesBack();
        rush.asksAgain();

        var offer = hugo.room().done().getString("workflows[0].id");
        hugo.does("step-1", offer, Map.of()).done();
        assertThat(session.state()).isEqualTo("ACTIVE");
        session.isToldToOthersAsItWas();
        rush.everyAnswerHolds();
    }

    @Test
    void aKilledNotificationServiceSendsEachMailOnce() {
        var rush = ARush.of(ALICE);
        rush.awaitAnswers(8);

        var killed = installation.kill(ServiceJar.NOTIFICATION);
        rush.awaitAnswers(16);
        rush.end();
        killed.comesBack();

        rush.everyAnswerHolds();
    }

    @Test
    void aKilledDatabaseForgetsNothingThatWasAnswered() {
        ALICE.starts(ANewSession.with(hugo));
        hugo.joins(hugo.receivesOne().link()).done();
        var rush = ARush.of(ALICE);
        rush.awaitAnswers(12);

        var killed = installation.killDatabase();
        rush.untilNobodyAnswers();
        killed.comesBack();
        rush.asksAgain();

        assertThat(hugo.room().done().getString("access")).isEqualTo("FULL");
        rush.everyAnswerHolds();
    }

    @Test
    void sessionsStartWhileAKilledTeamSettingsServiceIsAway() {
        ALICE.starts(ANewSession.with(hugo));

        var killed = installation.kill(ServiceJar.TEAM_SETTINGS);
        var others =
                IntStream.range(0, 5).mapToObj(n -> ACustomer.withEmail("Ida")).toList();
        List<ASession> started =
                others.stream().map(ida -> ALICE.starts(ANewSession.with(ida))).toList();
        others.forEach(ida -> ida.joins(ida.receivesOne().link()).done());
        killed.comesBack();

        started.forEach(ASession::isToldToOthersAsItWas);
        assertThat(started).extracting(ASession::state).containsOnly("ACTIVE");
    }

    @Test
    void whenTheLauncherIsKilledWithBrokerAndDatabaseTheNextStartGoesOnWhereItStopped() {
        var session = ALICE.starts(ANewSession.with(hugo));
        var joe = ACustomer.withPhone("Joe");
        var joined = ALICE.starts(ANewSession.with(joe));
        joe.joins(joe.receivesOne().link()).done();
        var linkOfBefore = hugo.receivesOne().link();
        var rush = ARush.of(ALICE);
        rush.awaitAnswers(12);

        var killed = installation.killLauncher();
        rush.awaitAnswers(18);
        installation.killDatabaseToo();
        rush.untilNobodyAnswers();
        killed.comesBack();
        rush.asksAgain();

        assertThat(session.state()).isEqualTo("INVITED");
        hugo.joins(linkOfBefore).done();
        assertThat(joe.room().done().getString("access")).isEqualTo("FULL");
        assertThat(joined.does("end").getString("state")).isEqualTo("ENDED");
        session.isToldToOthersAsItWas();
        joined.isToldToOthersAsItWas();
        rush.everyAnswerHolds();
    }
}
