package io.parley.session.session.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.content.Content;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Waiting;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.Message;
import io.parley.session.session.model.journal.SessionEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A session begins in one of two ways: started, or planned and invited later. */
class StartTest {

    @Test
    void startingCreatesAndInvitesAtOnce() {
        var session = Session.start(Given.anOpening(Settings.usual(), Given.anna()), Given.link(1), Given.ALICE);

        assertThat(session.state()).isEqualTo(new SessionState.Invited(Given.START));
        assertThat(Happened.events(session))
                .containsExactly(
                        "session.started by start, null to INVITED",
                        "asset.added by start, INVITED to INVITED",
                        "workflow.added by start, INVITED to INVITED",
                        "session.invited by start, INVITED to INVITED",
                        "workflow.started by start, INVITED to INVITED");
        assertThat(Happened.messages(session)).containsExactly("invite anna@mail.test #1 for start");
    }

    @Test
    void planningTellsTheCustomerNothing() {
        var session = Session.plan(Given.anOpening(Settings.usual(), Given.anna()), Given.ALICE);

        assertThat(session.state()).isEqualTo(new SessionState.Planned());
        assertThat(Happened.events(session))
                .containsExactly(
                        "session.planned by plan, null to PLANNED",
                        "asset.added by plan, PLANNED to PLANNED",
                        "workflow.added by plan, PLANNED to PLANNED");
        assertThat(Happened.messages(session)).isEmpty();
        assertThat(session.invitations().all()).isEmpty();
    }

    @Test
    void noClockRunsInAPlannedSession() {
        var session = Given.aPlannedSession();

        assertThat(session.nextDue()).isNull();
        assertThat(session.expiresAt()).isNull();
        assertThat(session.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Waiting());
    }

    @Test
    void allClocksStartWithTheInvitationOfAPlannedSession() {
        var session = Given.aPlannedSession().invite(Given.link(1), Given.ALICE, Given.NOW);

        assertThat(session.expiresAt()).isEqualTo(Given.NOW.plus(Settings.INACTIVITY));
        assertThat(session.invitations().current().orElseThrow().expiresAt()).isEqualTo(Given.NOW.plus(Settings.LINK));
        assertThat(session.content().workflow(Given.IDENTIFICATION).state())
                .isEqualTo(new Running(Given.NOW.plus(Given.CLOCK)));
        assertThat(session.nextDue()).isEqualTo(Given.NOW.plus(Given.CLOCK));
    }

    @Test
    void theMessageCarriesTheLinkOfTheInvitation() {
        var session = Session.start(Given.anOpening(Settings.usual(), Given.anna()), Given.link(1), Given.ALICE);

        var current = session.invitations().current().orElseThrow();
        assertThat(session.journal().messages())
                .containsExactly(new Message.Invite(
                        Given.anna().contact(session.origin().policy()), current, Given.link(1), Cause.START));
        assertThat(current.id()).isEqualTo(Given.link(1).invitation());
        assertThat(current.number()).isEqualTo(1);
        assertThat(current.channel()).isEqualTo(Channel.EMAIL);
        assertThat(current.state()).isEqualTo(InvitationState.REQUESTED);
        assertThat(current.links()).containsExactly(Given.link(1).hash());
    }

    @Test
    void aCustomerWithAPhoneAloneIsInvitedBySms() {
        var session = Given.anInvitedSession(Settings.usual(), Given.ben());

        assertThat(session.invitations().current().orElseThrow().channel()).isEqualTo(Channel.SMS);
    }

    @Test
    void everythingIsToldInOrderFromOneByWhoDidItAndWhen() {
        var session = Session.start(Given.anOpening(Settings.usual(), Given.anna()), Given.link(1), Given.CRM);

        assertThat(session.journal().events())
                .extracting(SessionEvent::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(session.journal().events()).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo(Given.CRM);
            assertThat(event.at()).isEqualTo(Given.START);
        });
        assertThat(session.journal().sequence()).isEqualTo(5);
    }

    @Test
    void eventsTellWhatTheyAreAbout() {
        var session = Session.start(Given.anOpening(Settings.usual(), Given.anna()), Given.link(1), Given.ALICE);

        assertThat(session.journal().events())
                .extracting(SessionEvent::detail)
                .containsExactly(
                        Detail.NONE,
                        new Detail.OfAsset(Given.terms()),
                        new Detail.OfWorkflow(Given.identification(), null),
                        new Detail.OfInvitation(session.invitations().current().orElseThrow()),
                        new Detail.OfWorkflow(session.content().workflow(Given.IDENTIFICATION), null));
    }

    @Test
    void aSessionWithoutContentStartsAsWell() {
        var full = Given.anOpening(Settings.usual(), Given.anna());
        var bare = new Session.Opening(
                full.origin(), full.owner(), full.customer(), Content.EMPTY, full.entrance(), full.labels());

        var session = Session.start(bare, Given.link(1), Given.ALICE);

        assertThat(Happened.types(session)).isEqualTo(List.of("session.started", "session.invited"));
    }

    @Test
    void whoCannotBeReachedCanNeitherBeInvitedNorPlannedFor() {
        var opening = Given.anOpening(Settings.usual(), Given.nobodyReachable());

        assertThatThrownBy(() -> Session.start(opening, Given.link(1), Given.ALICE))
                .isInstanceOf(MoveRefused.class)
                .hasMessage("CONTACT_REQUIRED");
        assertThatThrownBy(() -> Session.plan(opening, Given.ALICE)).hasMessage("CONTACT_REQUIRED");
    }
}
