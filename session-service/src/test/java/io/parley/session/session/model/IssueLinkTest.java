package io.parley.session.session.model;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.entrance.Authentication.Method;
import io.parley.session.session.model.entrance.Guard;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Message;

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

    @Test
    void afterTheJoinItLetsInAgainWhomWrongPinsHaveShutOut() {
        var joined = Given.anActiveSession(Settings.usual().asking(Method.PIN));
        var banned = banned(joined.issueLink(Given.link(2), Given.ALICE, Given.JOIN));

        var taken = banned.issueLink(Given.link(3), Given.ALICE, Given.NOW);

        assertThat(join(taken, 3).entrance().knows("tablet")).isTrue();
    }

    @Test
    void afterTheJoinItLetsInAgainWhomWrongCodesHaveShutOut() {
        var banned = banned(asked(Given.anActiveSession(Settings.usual().manyDevices()), 1));

        var taken = banned.issueLink(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(join(asked(taken, 2), 2).entrance().knows("tablet")).isTrue();
    }

    private static Session asked(Session session, int link) {
        return CustomerSide.of(session, Given.NOW)
                .askForCode(Given.link(link).hash(), new Message.OneTimeSecret("123456", "code"));
    }

    private static Session join(Session session, int link) {
        return CustomerSide.of(session, Given.NOW)
                .join(new JoinAttempt(Given.link(link).hash(), "tablet", true, Given.PIN, "code"))
                .orThrow();
    }

    @Test
    void beforeTheJoinOnlyReengagingLetsThemInAgain() {
        var banned = banned(Given.anInvitedSession(Settings.usual().asking(Method.PIN)));

        assertThat(banned.issueLink(Given.link(2), Given.ALICE, Given.NOW).entrance())
                .isEqualTo(banned.entrance());
        assertThat(banned.reengage(Given.anna(), Given.link(2), Given.ALICE, Given.NOW)
                        .entrance()
                        .guard())
                .isEqualTo(Guard.FRESH);
    }

    private static Session banned(Session session) {
        var rule = session.origin().policy().authentication();
        var wrong = new JoinAttempt(newest(session), "tablet", true, "wrong", "wrong");
        var tried = session;
        for (var at = Given.NOW; !tried.entrance().guard().isBanned(rule); at = at.plus(rule.lockTime())) {
            tried = CustomerSide.of(tried, at).join(wrong).session();
        }
        return Given.asRead(tried);
    }

    private static String newest(Session session) {
        var links = session.invitations().current().orElseThrow().links();
        return links.get(links.size() - 1);
    }

    private static Invitation invitedBy(Session session, int link) {
        return session.invitations().byLink(Given.link(link).hash()).orElseThrow();
    }
}
