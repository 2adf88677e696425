package io.parley.session.session.model.invitation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.parley.session.session.model.Given;
import io.parley.session.session.model.Happened;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.journal.Detail;

import static org.assertj.core.api.Assertions.assertThat;

/** Receipts come late, twice and out of order; a delivery only moves forward. */
class DeliveryTest {

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, SENT, true",
        "REQUESTED, DELIVERED, true",
        "REQUESTED, UNDELIVERED, true",
        "REQUESTED, REQUESTED, false",
        "SENT, REQUESTED, false",
        "SENT, SENT, false",
        "SENT, DELIVERED, true",
        "SENT, UNDELIVERED, true",
        "DELIVERED, REQUESTED, false",
        "DELIVERED, SENT, false",
        "DELIVERED, DELIVERED, false",
        "DELIVERED, UNDELIVERED, false",
        "UNDELIVERED, REQUESTED, false",
        "UNDELIVERED, SENT, false",
        "UNDELIVERED, DELIVERED, false",
        "UNDELIVERED, UNDELIVERED, false",
    })
    void aReceiptLeadsForwardOrNowhere(InvitationState from, InvitationState to, boolean leads) {
        assertThat(from.leadsTo(to)).isEqualTo(leads);
    }

    @ParameterizedTest
    @EnumSource(
            value = InvitationState.class,
            names = {"ACCEPTED", "EXPIRED", "SUPERSEDED", "WITHDRAWN"})
    void anOutcomeIsNoReceiptAndNothingLeadsOutOfIt(InvitationState outcome) {
        assertThat(InvitationState.values()).noneMatch(from -> from.leadsTo(outcome));
        assertThat(InvitationState.values()).noneMatch(outcome::leadsTo);
    }

    @Test
    void sentIsKeptAndTellsNobody() {
        var session = receipt(Given.anInvitedSession(), InvitationState.SENT);

        assertThat(current(session).state()).isEqualTo(InvitationState.SENT);
        assertThat(session.journal().events()).isEmpty();
    }

    @Test
    void deliveredIsToldOnce() {
        var once = receipt(Given.anInvitedSession(), InvitationState.DELIVERED);
        var twice = receipt(once, InvitationState.DELIVERED);

        assertThat(Happened.events(once)).containsExactly("invitation.delivered by delivery, INVITED to INVITED");
        assertThat(once.journal().events().get(0).detail()).isEqualTo(new Detail.OfInvitation(current(once)));
        assertThat(twice).isEqualTo(once);
    }

    @Test
    void sentAfterDeliveredChangesNothing() {
        var delivered = receipt(Given.anInvitedSession(), InvitationState.DELIVERED);

        assertThat(receipt(delivered, InvitationState.SENT)).isEqualTo(delivered);
    }

    @Test
    void theOwnerIsToldWhyAnInvitationDidNotArrive() {
        var session = Given.anInvitedSession()
                .delivered(Given.link(1).invitation(), InvitationState.UNDELIVERED, "address-rejected", Given.NOW);

        assertThat(current(session).state()).isEqualTo(InvitationState.UNDELIVERED);
        assertThat(current(session).reason()).isEqualTo("address-rejected");
        assertThat(current(session).isOpen()).isTrue();
        assertThat(Happened.messages(session)).containsExactly("tell alice INVITATION_UNDELIVERED (address-rejected)");
    }

    @Test
    void aReceiptForASupersededInvitationChangesNothing() {
        var resent = Given.anInvitedSession().resend(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(receipt(resent, InvitationState.DELIVERED)).isEqualTo(resent);
    }

    @Test
    void aReceiptAfterTheJoinTheEndOrTheLapseChangesNothing() {
        var joined = Given.anActiveSession();
        var ended = Given.ended(Given.anInvitedSession());
        var lapsed = Given.anInvitedSession().elapse(Given.START.plus(Settings.LINK));

        assertThat(receipt(joined, InvitationState.DELIVERED)).isEqualTo(joined);
        assertThat(receipt(ended, InvitationState.UNDELIVERED)).isEqualTo(ended);
        assertThat(receipt(lapsed, InvitationState.DELIVERED)).isEqualTo(lapsed);
    }

    @Test
    void aForeignReceiptChangesNothing() {
        var session = Given.anInvitedSession();

        assertThat(session.delivered(Given.id(7), InvitationState.DELIVERED, null, Given.NOW))
                .isEqualTo(session);
    }

    @Test
    void aDeliveredInvitationKeepsThatWhenItIsAccepted() {
        var session = Given.joined(receipt(Given.anInvitedSession(), InvitationState.DELIVERED));

        assertThat(current(session).delivery()).isEqualTo(InvitationState.DELIVERED);
        assertThat(current(session).state()).isEqualTo(InvitationState.ACCEPTED);
    }

    private static Session receipt(Session session, InvitationState state) {
        return session.delivered(Given.link(1).invitation(), state, null, Given.NOW);
    }

    private static Invitation current(Session session) {
        return session.invitations().current().orElseThrow();
    }
}
