package io.parley.session.session.model;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;

import static org.assertj.core.api.Assertions.assertThat;

/** An agent copies a link to carry it themselves, in either mode. */
class IssueLinkTest {

    @Test
    void theOldAndTheNewLinkOpenTheSameInvitation() {
        var session = Given.anInvitedSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.invitations().all()).hasSize(1);
        assertThat(invitedBy(session, 1)).isEqualTo(invitedBy(session, 2));
        assertThat(session.journal().messages()).isEmpty();
    }

    @Test
    void theNewOneLapsesWithTheInvitation() {
        var session = Given.anInvitedSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(invitedBy(session, 2).expiresAt()).isEqualTo(Given.START.plus(Settings.LINK));
    }

    @Test
    void afterALapseItIsANewInvitationThatTheAgentCarries() {
        var late = Given.START.plus(Settings.LINK);

        var session = Given.anInvitedSession().issueLink(Given.link(2), Given.ALICE, late);

        assertThat(invitedBy(session, 1).state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(invitedBy(session, 2).channel()).isEqualTo(Channel.EXTERNAL);
        assertThat(invitedBy(session, 2).expiresAt()).isEqualTo(late.plus(Settings.LINK));
        assertThat(session.journal().messages()).isEmpty();
    }

    @Test
    void besideAnAcceptedInvitationTheOldLinkGoesOnWorking() {
        var session =
                Given.anActiveSession(Settings.usual().manyDevices()).issueLink(Given.link(2), Given.ALICE, Given.NOW);

        var side = CustomerSide.of(session, Given.NOW);

        assertThat(session.invitations().all()).hasSize(1);
        assertThat(side.knock(Given.link(1).hash(), "tablet").alreadyIn()).isFalse();
        assertThat(side.knock(Given.link(2).hash(), "tablet").alreadyIn()).isFalse();
    }

    @Test
    void afterAnAcceptedLinkHasLapsedItIsANewInvitation() {
        var late = Given.START.plus(Settings.LINK);

        var session = Given.anActiveSession().issueLink(Given.link(2), Given.ALICE, late);

        assertThat(session.invitations().current().orElseThrow().number()).isEqualTo(2);
        assertThat(session.state().name()).isEqualTo(StateName.ACTIVE);
        assertThat(invitedBy(session, 1).state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void aMessageIsNotCalledBackForIt() {
        var session = Given.anInvitedSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(Happened.messages(session)).isEmpty();
        assertThat(session.invitations().current().orElseThrow().isOpen()).isTrue();
    }

    private static Invitation invitedBy(Session session, int link) {
        return session.invitations().byLink(Given.link(link).hash()).orElseThrow();
    }
}
