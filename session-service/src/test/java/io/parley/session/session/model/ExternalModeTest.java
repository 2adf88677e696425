package io.parley.session.session.model;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** In external mode the agent carries the link, and nothing is sent. */
class ExternalModeTest {

    @Test
    void startingSendsNothing() {
        var opening = Given.anOpening(Settings.usual().external(), Given.anna());

        var session = Session.start(opening, Given.link(1), Given.ALICE);

        assertThat(Happened.types(session)).contains("session.invited");
        assertThat(session.invitations().current().orElseThrow().channel()).isEqualTo(Channel.EXTERNAL);
        assertThat(session.journal().messages()).isEmpty();
    }

    @Test
    void neitherDoesAnyLaterCommand() {
        var session = Given.anInvitedSession(Settings.usual().external())
                .resend(Given.link(2), Given.ALICE, Given.NOW)
                .reengage(Given.ben(), Given.link(3), Given.ALICE, Given.NOW)
                .end(Given.ALICE, Given.NOW)
                .renew(true, Given.link(4), Given.ALICE, Given.NOW);

        assertThat(session.invitations().all()).extracting(i -> i.channel()).containsOnly(Channel.EXTERNAL);
        assertThat(session.journal().messages()).isEmpty();
    }

    @Test
    void aContactMayBeOptional() {
        var settings = Settings.usual().external().withoutContact();

        var session = Given.joined(Given.anInvitedSession(settings, Given.nobodyReachable()));

        assertThat(session.state().name()).isEqualTo(StateName.ACTIVE);
    }

    @Test
    void orRequired() {
        var opening = Given.anOpening(Settings.usual().external(), Given.nobodyReachable());

        assertThatThrownBy(() -> Session.start(opening, Given.link(1), Given.ALICE))
                .hasMessage("CONTACT_REQUIRED");
    }

    @Test
    void aContactIsOptionalInExternalModeOnly() {
        var opening = Given.anOpening(Settings.usual().withoutContact(), Given.nobodyReachable());

        assertThatThrownBy(() -> Session.start(opening, Given.link(1), Given.ALICE))
                .hasMessage("CONTACT_REQUIRED");
    }

    @Test
    void aCustomerCannotHaveANewLinkSent() {
        var session = Given.anInvitedSession(Settings.usual().external());

        assertThatThrownBy(() -> CustomerSide.of(session, Given.START.plus(Settings.LINK))
                        .askForNewLink(Given.link(1).hash(), Given.link(2)))
                .hasMessage("CONTACT_NOT_REACHABLE");
    }

    @Test
    void theCustomerJoinsByTheCarriedLink() {
        var attempt = new JoinAttempt(Given.link(1).hash(), Given.PHONE, true, null, null);

        var session = CustomerSide.of(Given.anInvitedSession(Settings.usual().external()), Given.NOW)
                .join(attempt)
                .orThrow();

        assertThat(session.state().name()).isEqualTo(StateName.ACTIVE);
    }
}
