package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.WorkflowState.Expired;
import io.parley.session.session.model.content.WorkflowState.Stopped;
import io.parley.session.session.model.content.WorkflowState.Waiting;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.Message;

import static org.assertj.core.api.Assertions.assertThat;

/** An end keeps what was, stops what runs and freezes what the customer may still do. */
class EndTest {

    @Test
    void whatWasAndWhyIsKept() {
        var session = Given.anActiveSession().end(Given.SAM, Given.NOW);

        assertThat(session.state())
                .isEqualTo(new SessionState.Ended(
                        new SessionState.Active(Given.START, Given.JOIN),
                        EndReason.SUPERVISOR,
                        new Access(AccessMode.VIEW, Given.NOW.plus(Settings.ACCESS)),
                        Given.NOW,
                        Given.NOW.plus(Settings.RENEWABLE),
                        false,
                        Set.of()));
    }

    @Test
    void theReasonIsWhoEndedIt() {
        assertThat(EndReason.by(Given.ALICE)).isEqualTo(EndReason.AGENT);
        assertThat(EndReason.by(Given.SAM)).isEqualTo(EndReason.SUPERVISOR);
        assertThat(EndReason.by(Given.CRM)).isEqualTo(EndReason.SYSTEM);
        assertThat(EndReason.by(Actor.TIMER)).isEqualTo(EndReason.INACTIVITY);
    }

    @Test
    void theEventTellsAboutTheEnd() {
        var session = Given.anActiveSession().end(Given.ALICE, Given.NOW);

        assertThat(session.journal().events().get(0).detail())
                .isEqualTo(new Detail.OfEnd((SessionState.Ended) session.state()));
    }

    @Test
    void aRunningWorkflowStopsWithItsRemainder() {
        var session = Given.anActiveSession().end(Given.ALICE, Given.NOW);

        assertThat(session.content().workflow(Given.IDENTIFICATION).state())
                .isEqualTo(new Stopped(Given.CLOCK.minus(Duration.between(Given.START, Given.NOW))));
    }

    @Test
    void aWorkflowThatLapsedBeforeTheEndIsExpiredNotStopped() {
        var late = Given.START.plus(Given.CLOCK);

        var session = Given.anActiveSession().end(Given.ALICE, late);

        assertThat(session.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Expired(late));
        assertThat(Happened.types(session)).containsExactly("workflow.expired", "session.ended");
    }

    @Test
    void aWaitingWorkflowGoesOnWaiting() {
        var session = Given.aPlannedSession().end(Given.ALICE, Given.NOW);

        assertThat(session.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Waiting());
    }

    @Test
    void onlyTheClocksAfterTheEndRunAfterwards() {
        var session = Given.anActiveSession().end(Given.ALICE, Given.NOW);

        assertThat(session.nextDue()).isEqualTo(Given.NOW.plus(Settings.ACCESS));
        assertThat(session.expiresAt()).isNull();
    }

    @Test
    void anOpenInvitationIsWithdrawnAndItsMessageCalledBack() {
        var session = Given.anInvitedSession().end(Given.ALICE, Given.NOW);

        assertThat(session.invitations().current().orElseThrow().state()).isEqualTo(InvitationState.WITHDRAWN);
        assertThat(session.journal().messages())
                .containsExactly(new Message.Cancel(Given.link(1).invitation(), InvitationState.WITHDRAWN));
    }

    @Test
    void anInvitationThatIsOverStaysWhatItIs() {
        var accepted = Given.anActiveSession().end(Given.ALICE, Given.NOW);
        var lapsed = Given.anInvitedSession().end(Given.ALICE, Given.START.plus(Settings.LINK));

        assertThat(accepted.invitations().current().orElseThrow().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(lapsed.invitations().current().orElseThrow().state()).isEqualTo(InvitationState.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(AccessMode.class)
    void theAccessAfterwardsIsFrozenAsTheSettingsSay(AccessMode mode) {
        var settings = Settings.usual().accessAfterEnd(mode, Lifetime.of(Settings.ACCESS));
        var session = Given.anEndedSession(settings);

        var last = Given.END.plus(Settings.ACCESS);

        assertThat(access(session, last.minusMillis(1))).isEqualTo(mode);
        assertThat(access(session, last)).isEqualTo(AccessMode.NONE);
    }

    @Test
    void noAccessHasNoEnd() {
        var settings = Settings.usual().accessAfterEnd(AccessMode.NONE, Lifetime.of(Settings.ACCESS));

        var ended = (SessionState.Ended) Given.anEndedSession(settings).state();

        assertThat(ended.access()).isEqualTo(new Access(AccessMode.NONE, null));
    }

    @Test
    void whoHasNeverJoinedHasNoAccessAfterwards() {
        var full = Settings.usual().accessAfterEnd(AccessMode.FULL, Lifetime.NEVER);
        var planned = Given.ended(Given.aPlannedSession(full));
        var invited = Given.ended(Given.anInvitedSession(full));

        assertThat(access(planned, Given.NOW)).isEqualTo(AccessMode.NONE);
        assertThat(access(invited, Given.NOW)).isEqualTo(AccessMode.NONE);
    }

    @Test
    void accessBeforeTheEndComesWithTheJoin() {
        assertThat(access(Given.aPlannedSession(), Given.NOW)).isEqualTo(AccessMode.NONE);
        assertThat(access(Given.anInvitedSession(), Given.NOW)).isEqualTo(AccessMode.NONE);
        assertThat(access(Given.anActiveSession(), Given.NOW)).isEqualTo(AccessMode.FULL);
    }

    @Test
    void endingTwiceIsDoneAlready() {
        var ended = Given.anEndedSession();

        assertThat(ended.end(Given.SAM, Given.NOW)).isEqualTo(ended);
    }

    private static AccessMode access(Session session, Instant now) {
        return CustomerSide.of(session, now).access();
    }
}
