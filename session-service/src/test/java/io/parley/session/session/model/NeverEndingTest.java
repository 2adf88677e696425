package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Stopped;

import static org.assertj.core.api.Assertions.assertThat;

/** Every lifetime can be set to never end. */
class NeverEndingTest {

    private static final Instant A_CENTURY_LATER = Given.START.plus(Duration.ofDays(36_525));

    @Test
    void aLinkThatNeverLapsesOpensTheDoorACenturyLater() {
        var session = Given.anInvitedSession(Settings.usual().neverEnding());

        var knock =
                CustomerSide.of(session, A_CENTURY_LATER).knock(Given.link(1).hash(), Given.PHONE);

        assertThat(knock.alreadyIn()).isFalse();
    }

    @Test
    void aSessionThatNeverExpiresIsStillInvited() {
        var session = Given.anInvitedSession(Settings.usual().neverEnding());

        assertThat(session.expiresAt()).isNull();
        assertThat(session.elapse(A_CENTURY_LATER).state()).isEqualTo(session.state());
    }

    @Test
    void anEndedSessionCanBeRenewedForGood() {
        var session = Given.anEndedSession(Settings.usual().neverEnding())
                .renew(true, Given.link(2), Given.ALICE, A_CENTURY_LATER);

        assertThat(session.state().name()).isEqualTo(StateName.ACTIVE);
        assertThat(session.nextDue()).isEqualTo(A_CENTURY_LATER.plus(Duration.ofMinutes(40)));
    }

    @Test
    void accessAfterTheEndCanLastForGood() {
        var session = Given.anEndedSession(Settings.usual().neverEnding());

        assertThat(CustomerSide.of(session, A_CENTURY_LATER).access()).isEqualTo(AccessMode.VIEW);
    }

    @Test
    void aWorkflowThatNeverLapsesStopsAndGoesOnWithoutAClock() {
        var endless = Given.aWorkflow(Given.id(203), Lifetime.NEVER);
        var active =
                AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW).addWorkflow(endless);

        var ended = active.end(Given.ALICE, Given.NOW);
        var renewed = ended.renew(false, Given.link(2), Given.ALICE, Given.NOW);

        assertThat(active.content().workflow(endless.id()).state()).isEqualTo(new Running(null));
        assertThat(ended.content().workflow(endless.id()).state()).isEqualTo(new Stopped(null));
        assertThat(renewed.content().workflow(endless.id()).state()).isEqualTo(new Running(null));
    }

    @Test
    void aLifetimeBeyondTheCalendarNeverEnds() {
        var settings = Settings.usual().link(Lifetime.of(Duration.ofDays(5_000_000)));

        var session = Given.anInvitedSession(settings);

        assertThat(session.invitations().current().orElseThrow().expiresAt()).isNull();
    }
}
