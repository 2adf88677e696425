package io.parley.session.session.model.entrance;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.Actor;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Given;
import io.parley.session.session.model.Happened;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.entrance.Authentication.Method;
import io.parley.session.session.model.invitation.InvitationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whoever has the link and shows what the settings ask for is in, once and for good. */
class JoinTest {

    @Test
    void joiningActivatesTheSessionAndAcceptsTheInvitation() {
        var session =
                Visitor.withLink(1).joins(Given.anInvitedSession(), Given.NOW).orThrow();

        assertThat(session.state()).isEqualTo(new SessionState.Active(Given.START, Given.NOW));
        assertThat(session.invitations().current().orElseThrow().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(session.entrance().devices()).containsExactly(Given.PHONE);
        assertThat(session.journal().events().get(0).actor()).isEqualTo(Actor.CUSTOMER);
    }

    @Test
    void joiningAgainOnTheJoinedDeviceIsDoneAlready() {
        var session = Given.anActiveSession();

        var entry = Visitor.withLink(1).joins(session, Given.NOW);

        assertThat(entry.orThrow()).isEqualTo(session);
        assertThat(((SessionState.Active) session.state()).joinedAt()).isEqualTo(Given.JOIN);
    }

    @Test
    void knockingChangesNothing() {
        var session = Given.anInvitedSession();

        var side = CustomerSide.of(session, Given.NOW);
        side.knock(Given.link(1).hash(), Given.PHONE);

        assertThat(side.session()).isEqualTo(session);
    }

    @Test
    void knockingTellsWhatWillBeAskedFor() {
        var session = Given.anInvitedSession(
                Settings.usual().consent("We record this.").asking(Method.PIN));

        assertThat(Visitor.withLink(1).knocks(session, Given.NOW))
                .isEqualTo(new CustomerSide.Knock(false, "We record this.", Method.PIN));
        assertThat(Visitor.withLink(1).knocks(Given.anActiveSession(), Given.NOW))
                .isEqualTo(new CustomerSide.Knock(true, null, Method.NONE));
    }

    @Test
    void whoDoesNotConsentStaysOutsideAndThatIsNoGuess() {
        var session = Given.anInvitedSession(
                Settings.usual().consent("We record this.").asking(Method.PIN));

        assertThatThrownBy(() -> Visitor.withLink(1).pin("wrong").joins(session, Given.NOW))
                .hasMessage("CONSENT_REQUIRED");
    }

    @Test
    void whoConsentsIsIn() {
        var session = Given.anInvitedSession(Settings.usual().consent("We record this."));

        var entry = Visitor.withLink(1).consenting().joins(session, Given.NOW);

        assertThat(entry.orThrow().state().name()).isEqualTo(StateName.ACTIVE);
    }

    @Test
    void consentIsNotAskedForTwiceOnTheJoinedDevice() {
        var session = Given.anActiveSession(Settings.usual().consent("We record this."));

        assertThat(Visitor.withLink(1).joins(session, Given.NOW).orThrow()).isEqualTo(session);
    }

    @Test
    void anUnknownLinkOpensNothing() {
        assertThatThrownBy(() -> Visitor.withLink(7).knocks(Given.anInvitedSession(), Given.NOW))
                .hasMessage("LINK_UNKNOWN");
        assertThatThrownBy(() -> Visitor.withLink(7).knocks(Given.anActiveSession(), Given.NOW))
                .hasMessage("LINK_UNKNOWN");
    }

    @Test
    void aSupersededLinkOpensNothing() {
        var resent = Given.anInvitedSession().resend(Given.link(2), Given.ALICE, Given.NOW);

        assertThatThrownBy(() -> Visitor.withLink(1).joins(resent, Given.NOW)).hasMessage("LINK_SUPERSEDED");
        assertThatThrownBy(() -> Visitor.withLink(1).asksForNewLink(resent, 3, Given.NOW))
                .hasMessage("LINK_SUPERSEDED");
        assertThatThrownBy(() -> Visitor.withLink(1).asksForCode(resent, "h", Given.NOW))
                .hasMessage("LINK_SUPERSEDED");
    }

    @Test
    void aLapsedLinkOpensNothingAndSaysSinceWhen() {
        var lapse = Given.START.plus(Settings.LINK);

        var refused = catchThrowableOfType(
                MoveRefused.class, () -> Visitor.withLink(1).joins(Given.anInvitedSession(), lapse));

        assertThat(refused.refusal()).isEqualTo(Refusal.LINK_EXPIRED);
        assertThat(refused.instant()).isEqualTo(lapse);
    }

    @Test
    void whoIsInStaysInWhenTheLinkLapses() {
        var lapse = Given.START.plus(Settings.LINK);

        assertThat(Visitor.withLink(1).knocks(Given.anActiveSession(), lapse).alreadyIn())
                .isTrue();
        assertThat(CustomerSide.of(Given.anActiveSession(), lapse).access().name())
                .isEqualTo("FULL");
    }

    @Test
    void atAnEndedSessionTheVisitorLearnsHowAndWhenItEnded() {
        var ended = Given.ended(Given.anInvitedSession());
        var expiry = Given.START.plus(Settings.INACTIVITY);

        var afterTheEnd = refusal(ended, Given.NOW);
        var afterTheExpiry = refusal(Given.anInvitedSession(), expiry);

        assertThat(afterTheEnd.refusal()).isEqualTo(Refusal.SESSION_ENDED);
        assertThat(afterTheEnd.instant()).isEqualTo(Given.END);
        assertThat(afterTheExpiry.refusal()).isEqualTo(Refusal.SESSION_EXPIRED);
        assertThat(afterTheExpiry.instant()).isEqualTo(expiry);
    }

    @Test
    void aJoinedDeviceIsInAfterTheEndForAsLongAsItsAccessLasts() {
        var session = Given.anEndedSession();
        var last = Given.END.plus(Settings.ACCESS);

        assertThat(Visitor.withLink(1).knocks(session, last.minusMillis(1)).alreadyIn())
                .isTrue();
        assertThatThrownBy(() -> Visitor.withLink(1).knocks(session, last)).hasMessage("SESSION_ENDED");
    }

    @Test
    void anInvitationThatLapsedWhileTheCustomerKnockedIsToldWithTheirCommand() {
        var session = Visitor.withLink(1).asksForNewLink(Given.anInvitedSession(), 2, Given.START.plus(Settings.LINK));

        assertThat(Happened.types(session))
                .containsExactly("workflow.expired", "invitation.expired", "session.invited");
    }

    private static MoveRefused refusal(Session session, Instant now) {
        return catchThrowableOfType(MoveRefused.class, () -> Visitor.withLink(1).knocks(session, now));
    }
}
