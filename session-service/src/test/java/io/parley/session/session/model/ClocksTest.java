package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Stopped;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.SessionEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Clocks strike in the order in which they fell due, however late somebody looks. */
class ClocksTest {

    private static final Instant WORKFLOW = Given.START.plus(Given.CLOCK);
    private static final Instant LINK = Given.START.plus(Settings.LINK);
    private static final Instant INACTIVITY = Given.START.plus(Settings.INACTIVITY);

    @Test
    void theNextOneDueIsTheEarliest() {
        var session = Given.anInvitedSession();

        assertThat(session.nextDue()).isEqualTo(WORKFLOW);
        assertThat(session.elapse(WORKFLOW).nextDue()).isEqualTo(LINK);
        assertThat(session.elapse(LINK).nextDue()).isEqualTo(INACTIVITY);
        assertThat(session.elapse(INACTIVITY).nextDue()).isEqualTo(INACTIVITY.plus(Settings.RENEWABLE));
        assertThat(session.elapse(INACTIVITY).expiresAt()).isNull();
    }

    @Test
    void nothingStrikesBeforeItsTime() {
        var session = Given.anInvitedSession();

        assertThat(session.elapse(WORKFLOW.minusNanos(1))).isEqualTo(session);
    }

    @Test
    void aClockStrikesOnce() {
        var session = Given.anInvitedSession().elapse(LINK);

        assertThat(session.elapse(LINK)).isEqualTo(session);
    }

    @Test
    void eachStrikeIsTheTimersAndTellsItsClock() {
        var session = Given.anInvitedSession().elapse(INACTIVITY);

        assertThat(session.journal().events())
                .extracting(SessionEvent::cause)
                .containsExactly(Cause.WORKFLOW_CLOCK, Cause.LINK_LIFETIME, Cause.INACTIVITY);
        assertThat(session.journal().events()).extracting(SessionEvent::actor).containsOnly(Actor.TIMER);
    }

    @Test
    void aLateExpiryCountsFromWhenItWasDue() {
        var lookedAt = INACTIVITY.plus(Duration.ofDays(2));

        var session = Given.anActiveSession().elapse(lookedAt);

        assertThat(session.state())
                .isEqualTo(new SessionState.Ended(
                        new SessionState.Active(Given.START, Given.JOIN),
                        EndReason.INACTIVITY,
                        new Access(AccessMode.VIEW, INACTIVITY.plus(Settings.ACCESS)),
                        INACTIVITY,
                        INACTIVITY.plus(Settings.RENEWABLE),
                        false,
                        Set.of()));
        assertThat(session.journal().events()).extracting(SessionEvent::at).containsOnly(lookedAt);
    }

    @Test
    void aLateExpiryLeavesTheWorkflowsWhatTheyHadWhenItWasDue() {
        var slow = Given.aWorkflow(Given.id(203), Lifetime.of(Duration.ofDays(10)));
        var session =
                AgentSide.of(Given.anActiveSession(), Actor.TIMER, Given.JOIN).addWorkflow(slow);

        var expired = session.elapse(INACTIVITY.plus(Duration.ofDays(30)));

        assertThat(expired.content().workflow(slow.id()).state())
                .isEqualTo(new Stopped(Duration.ofDays(3).plusMinutes(10)));
    }

    @Test
    void aWorkflowThatLapsesWithTheSessionLapsesFirst() {
        var session = AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW)
                .addWorkflow(Given.aWorkflow(Given.id(203), Lifetime.of(Settings.INACTIVITY)))
                .elapse(Given.NOW.plus(Settings.INACTIVITY));

        assertThat(Happened.types(session))
                .containsExactly(
                        "workflow.added",
                        "workflow.started",
                        "workflow.expired",
                        "workflow.expired",
                        "session.expired");
    }

    @Test
    void aLinkThatLapsesWithTheSessionLapsesFirst() {
        var session = Given.anInvitedSession(Settings.usual().link(Lifetime.of(Settings.INACTIVITY)))
                .elapse(INACTIVITY);

        assertThat(Happened.types(session))
                .containsExactly("workflow.expired", "invitation.expired", "session.expired");
        assertThat(session.invitations().current().orElseThrow().state()).isEqualTo(InvitationState.EXPIRED);
    }

    @Test
    void anExpiryWithdrawsALinkThatWouldLiveLonger() {
        var session = Given.anInvitedSession(Settings.usual().link(Lifetime.of(Duration.ofDays(9))))
                .elapse(INACTIVITY);

        assertThat(session.invitations().current().orElseThrow().state()).isEqualTo(InvitationState.WITHDRAWN);
        assertThat(Happened.messages(session)).containsExactly("cancel #1 WITHDRAWN");
    }

    @Test
    void noCommandComesInTimeWhenAClockWasDueBefore() {
        assertThatThrownBy(() -> Given.anActiveSession().transfer(Given.bob(), Given.SAM, INACTIVITY))
                .hasMessage("SESSION_ENDED");
        assertThatThrownBy(() -> Given.anInvitedSession().resend(Given.link(2), Given.ALICE, INACTIVITY))
                .hasMessage("SESSION_ENDED");
    }

    @Test
    void aCommandToldAfterAStrikeStandsAfterIt() {
        var session = AgentSide.of(Given.anInvitedSession(), Given.ALICE, LINK).addAsset(Given.anotherAsset());

        assertThat(Happened.types(session)).containsExactly("workflow.expired", "invitation.expired", "asset.added");
    }

    @Test
    void anEndThatComesAfterTheExpiryFindsItDone() {
        var session = Given.anActiveSession().end(Given.ALICE, INACTIVITY);

        assertThat(((SessionState.Ended) session.state()).reason()).isEqualTo(EndReason.INACTIVITY);
        assertThat(Happened.types(session)).containsExactly("workflow.expired", "session.expired");
    }

    @Test
    void aTransferToTheOwnerAfterTheExpiryFindsItExpired() {
        var session = Given.anActiveSession().transfer(Given.alice(), Given.SAM, INACTIVITY);

        assertThat(session.state().name()).isEqualTo(StateName.ENDED);
    }

    @Test
    void aSessionInWhichNothingCanLapseIsNeverDue() {
        var session = Given.joined(Given.with(
                Given.anInvitedSession(Settings.usual().neverEnding()),
                Given.identification().move(s -> new Running(null))));

        assertThat(session.nextDue()).isNull();
        assertThat(session.elapse(Instant.MAX)).isEqualTo(session);
    }
}
