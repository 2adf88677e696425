package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.content.WorkflowState.Completed;
import io.parley.session.session.model.content.WorkflowState.Expired;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Waiting;
import io.parley.session.session.model.entrance.Authentication.Method;
import io.parley.session.session.model.entrance.Guard;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Before the join, another customer can take the place of the one who was invited by mistake. */
class ReengageTest {

    @Test
    void theNewCustomerIsInvitedByTheirOwnChannel() {
        var session = Given.anInvitedSession().reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        var current = session.invitations().current().orElseThrow();
        assertThat(session.customer()).isEqualTo(Given.ben());
        assertThat(current.channel()).isEqualTo(Channel.SMS);
        assertThat(current.number()).isEqualTo(2);
        assertThat(current.expiresAt()).isEqualTo(Given.NOW.plus(Settings.LINK));
    }

    @Test
    void theOldLinkIsDeadAndItsMessageCalledBack() {
        var session = Given.anInvitedSession().reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.invitations().all().get(0).state()).isEqualTo(InvitationState.SUPERSEDED);
        assertThat(session.journal().messages().get(0))
                .isEqualTo(new Message.Cancel(Given.link(1).invitation(), InvitationState.SUPERSEDED));
        assertThatThrownBy(() -> join(session, 1)).hasMessage("LINK_SUPERSEDED");
    }

    @Test
    void everyLinkOfTheOldInvitationIsDead() {
        var session = Given.anInvitedSession()
                .issueLink(Given.link(3), Given.ALICE, Given.NOW)
                .reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThatThrownBy(() -> join(session, 3)).hasMessage("LINK_SUPERSEDED");
    }

    @Test
    void aLapsedInvitationHasNothingToCallBack() {
        var session = lapsed().reengage(Given.ben(), Given.link(2), Given.ALICE, afterTheLink());

        assertThat(Happened.messages(session)).containsExactly("invite +4915100002 #2 for re-engage");
        assertThat(session.invitations().all().get(0).state()).isEqualTo(InvitationState.EXPIRED);
    }

    @Test
    void theContentStays() {
        var before = Given.anInvitedSession();

        var session = before.reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.content().assets()).isEqualTo(before.content().assets());
        assertThat(session.content().workflow(Given.IDENTIFICATION).steps())
                .isEqualTo(before.content().workflow(Given.IDENTIFICATION).steps());
        assertThat(session.labels()).isEqualTo(before.labels());
        assertThat(session.owner()).isEqualTo(before.owner());
    }

    @Test
    void aRunningWorkflowStartsOverFromItsFullLength() {
        var session = Given.anInvitedSession().reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.content().workflow(Given.IDENTIFICATION).state())
                .isEqualTo(new Running(Given.NOW.plus(Given.CLOCK)));
    }

    @Test
    void anExpiredWorkflowRunsAgain() {
        var session = lapsed().reengage(Given.ben(), Given.link(2), Given.ALICE, afterTheLink());

        assertThat(session.content().workflow(Given.IDENTIFICATION).state())
                .isEqualTo(new Running(afterTheLink().plus(Given.CLOCK)));
        assertThat(Happened.types(session))
                .containsExactly("session.re-engaged", "session.invited", "workflow.restarted");
    }

    @Test
    void inputsAreKeptAlsoByAWorkflowThatRunsAgain() {
        var half = Given.identification().start(Given.START).completeStep("upload", Given.JOIN);
        var expired = Given.with(Given.anInvitedSession(), half.move(s -> new Expired(Given.JOIN)));

        var session = expired.reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        var workflow = session.content().workflow(Given.IDENTIFICATION);
        assertThat(workflow.state()).isEqualTo(new Running(Given.NOW.plus(Given.CLOCK)));
        assertThat(workflow.steps()).isEqualTo(half.steps());
    }

    @Test
    void aCompletedWorkflowDoesNotStartOver() {
        var completed = Given.identification().move(s -> new Completed(Given.JOIN));

        var session = Given.with(Given.anInvitedSession(), completed)
                .reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.content().workflow(Given.IDENTIFICATION)).isEqualTo(completed);
        assertThat(Happened.types(session)).containsExactly("session.re-engaged", "session.invited");
    }

    @Test
    void inAPlannedSessionOnlyTheCustomerChanges() {
        var before = Given.aPlannedSession();

        var session = before.reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.customer()).isEqualTo(Given.ben());
        assertThat(session.content()).isEqualTo(before.content());
        assertThat(session.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Waiting());
        assertThat(session.invitations().all()).isEmpty();
        assertThat(session.nextDue()).isNull();
    }

    @Test
    void whatThePersonBeforeTriedNoLongerCounts() {
        var guessed = CustomerSide.of(Given.anInvitedSession(Settings.usual().asking(Method.PIN)), Given.NOW)
                .join(new JoinAttempt(Given.link(1).hash(), Given.PHONE, true, "wrong", null))
                .session();

        var session = guessed.reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThat(guessed.entrance().guard().failures()).isEqualTo(1);
        assertThat(session.entrance().guard()).isEqualTo(Guard.FRESH);
        assertThat(session.entrance().pin()).isEqualTo(Given.PIN);
    }

    @Test
    void theNewCustomerMustBeReachable() {
        assertThatThrownBy(() -> Given.anInvitedSession()
                        .reengage(Given.nobodyReachable(), Given.link(2), Given.ALICE, Given.NOW))
                .hasMessage("CONTACT_REQUIRED");
    }

    @Test
    void theStateRefusesBeforeTheContactIsLookedAt() {
        assertThatThrownBy(() -> Given.anActiveSession()
                        .reengage(Given.nobodyReachable(), Given.link(2), Given.ALICE, Given.NOW))
                .hasMessage("CUSTOMER_ALREADY_JOINED");
    }

    @Test
    void aCustomerWhoJoinedFirstStays() {
        var joined = join(Given.anInvitedSession(), 1);

        assertThatThrownBy(() -> joined.reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW))
                .hasMessage("CUSTOMER_ALREADY_JOINED");
    }

    @Test
    void theNewCustomerJoinsByTheNewLink() {
        var session = Given.anInvitedSession().reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThat(join(session, 2).state()).isEqualTo(new SessionState.Active(Given.START, Given.NOW));
    }

    private static Session lapsed() {
        return Given.asRead(Given.anInvitedSession().elapse(afterTheLink()));
    }

    private static Instant afterTheLink() {
        return Given.START.plus(Settings.LINK).plus(Duration.ofHours(1));
    }

    private static Session join(Session session, int link) {
        var attempt = new JoinAttempt(Given.link(link).hash(), Given.PHONE, true, null, null);
        return CustomerSide.of(session, Given.NOW).join(attempt).orThrow();
    }
}
