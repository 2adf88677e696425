package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.invitation.InvitationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Same contact, new link. */
class ResendTest {

    @Test
    void theOldInvitationIsSupersededAndTheLifetimeStartsAnew() {
        var session = Given.anInvitedSession().resend(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.invitations().all().get(0).state()).isEqualTo(InvitationState.SUPERSEDED);
        assertThat(session.invitations().current().orElseThrow().expiresAt()).isEqualTo(Given.NOW.plus(Settings.LINK));
        assertThat(session.customer()).isEqualTo(Given.anna());
    }

    @Test
    void workflowClocksDoNotCare() {
        var session = Given.anInvitedSession().resend(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.content().workflow(Given.IDENTIFICATION).state())
                .isEqualTo(new Running(Given.START.plus(Given.CLOCK)));
    }

    @Test
    void aLapsedLinkCanBeReplaced() {
        var late = Given.START.plus(Settings.LINK);

        var session = Given.anInvitedSession().resend(Given.link(2), Given.ALICE, late);

        assertThat(session.invitations().all().get(0).state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(Happened.types(session))
                .containsExactly("workflow.expired", "invitation.expired", "session.invited");
        assertThat(Happened.messages(session)).containsExactly("invite anna@mail.test #2 for resend");
    }

    @Test
    void anUndeliveredInvitationIsReplacedLikeAnyOther() {
        var undelivered = Given.anInvitedSession()
                .delivered(Given.link(1).invitation(), InvitationState.UNDELIVERED, "gave-up", Given.NOW);

        var session = undelivered.resend(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.invitations().all().get(0).state()).isEqualTo(InvitationState.SUPERSEDED);
    }

    @Test
    void theSeventhInvitationWithinAnHourIsRefusedUntilTheFirstIsAnHourAgo() {
        var session = resentEveryMinute(5);

        var refused = catchThrowableOfType(
                MoveRefused.class, () -> session.resend(Given.link(7), Given.ALICE, Given.START.plus(minutes(6))));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_MANY_RESENDS);
        assertThat(refused.instant()).isEqualTo(Given.START.plus(minutes(60)));
    }

    @Test
    void theLimitSlides() {
        var session = resentEveryMinute(5);

        var next = session.resend(Given.link(7), Given.ALICE, Given.START.plus(minutes(60)));

        assertThat(next.invitations().current().orElseThrow().number()).isEqualTo(7);
        assertThatThrownBy(() -> next.resend(Given.link(8), Given.ALICE, Given.START.plus(minutes(60))))
                .hasMessage("TOO_MANY_RESENDS");
    }

    private static Session resentEveryMinute(int times) {
        var session = Given.anInvitedSession();
        for (int i = 1; i <= times; i++) {
            Instant now = Given.START.plus(minutes(i));
            session = session.resend(Given.link(i + 1), Given.ALICE, now);
        }
        return session;
    }

    private static Duration minutes(int count) {
        return Duration.ofMinutes(count);
    }
}
