package io.parley.session.session.model.entrance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Given;
import io.parley.session.session.model.Happened;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.entrance.Authentication.Method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A session is bound to the first browser, or lets more in after a code. */
class DevicesTest {

    private static final Visitor TABLET = Visitor.withLink(1).on("tablet");

    @Test
    void anotherDeviceIsRefusedWhereOneIsAllowed() {
        var session = Given.anActiveSession();

        assertThatThrownBy(() -> TABLET.knocks(session, Given.NOW)).hasMessage("ANOTHER_DEVICE");
        assertThatThrownBy(() -> TABLET.joins(session, Given.NOW)).hasMessage("ANOTHER_DEVICE");
        assertThatThrownBy(() -> TABLET.asksForCode(session, "h", Given.NOW)).hasMessage("ANOTHER_DEVICE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"NONE", "PIN"})
    void aFurtherDeviceIsAskedForACodeWhateverTheFirstOneWasAskedFor(Method method) {
        var session = Given.joined(many(Settings.usual().asking(method).consent("We record this.")));

        assertThat(TABLET.knocks(session, Given.NOW))
                .isEqualTo(new CustomerSide.Knock(false, "We record this.", Method.OTP));
    }

    @Test
    void aFurtherDeviceIsInAfterACodeAndThatIsTold() {
        var session = TABLET.asksForCode(Given.joined(many(Settings.usual())), "right", Given.NOW);

        var both = TABLET.code("right").joins(Given.asRead(session), Given.NOW).orThrow();

        assertThat(both.entrance().devices()).containsExactly(Given.PHONE, "tablet");
        assertThat(both.state()).isEqualTo(new SessionState.Active(Given.START, Given.JOIN));
        assertThat(Happened.events(both))
                .containsExactly(Happened.event("session.changed", "device", StateName.ACTIVE, StateName.ACTIVE));
        assertThat(TABLET.knocks(both, Given.NOW).alreadyIn()).isTrue();
        assertThat(Visitor.withLink(1).knocks(both, Given.NOW).alreadyIn()).isTrue();
    }

    @Test
    void thePinIsNotEnoughForAFurtherDevice() {
        var session = Given.joined(many(Settings.usual().asking(Method.PIN)));

        assertThatThrownBy(() -> TABLET.pin(Given.PIN).joins(session, Given.NOW))
                .hasMessage("CODE_REQUIRED");
    }

    @Test
    void aFurtherDeviceNeedsALinkThatHasNotLapsed() {
        var session = Given.joined(many(Settings.usual()));

        assertThatThrownBy(() -> TABLET.knocks(session, Given.START.plus(Settings.LINK)))
                .hasMessage("LINK_EXPIRED");
    }

    @Test
    void nobodyElseIsInAfterTheEnd() {
        var session = Given.ended(Given.joined(many(Settings.usual())));

        assertThatThrownBy(() -> TABLET.knocks(session, Given.NOW)).hasMessage("SESSION_ENDED");
    }

    @Test
    void allDevicesWorkAgainAfterARenewal() {
        var asked = TABLET.asksForCode(Given.joined(many(Settings.usual())), "right", Given.NOW);
        var both = TABLET.code("right").joins(asked, Given.NOW).orThrow();

        var session = both.end(Given.ALICE, Given.NOW).renew(true, Given.link(2), Given.ALICE, Given.NOW);

        assertThat(TABLET.knocks(session, Given.NOW).alreadyIn()).isTrue();
        assertThat(Visitor.withLink(2).knocks(session, Given.NOW).alreadyIn()).isTrue();
    }

    @Test
    void aLinkThatTheAgentMakesForACustomerWhoLostTheCookieBindsTheNewBrowserInsteadOfTheOld() {
        var session = Given.anActiveSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);

        var moved = Visitor.withLink(2)
                .on("tablet")
                .joins(Given.asRead(session), Given.NOW)
                .orThrow();

        assertThat(moved.entrance().devices()).containsExactly("tablet");
        assertThat(moved.entrance().knows(Given.PHONE)).isFalse();
        assertThat(moved.state()).isEqualTo(session.state());
        assertThat(Happened.events(moved))
                .containsExactly(Happened.event("session.changed", "device", StateName.ACTIVE, StateName.ACTIVE));
    }

    @Test
    void suchALinkIsGoodForOneBrowser() {
        var session = Given.anActiveSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);
        var moved = Visitor.withLink(2).on("tablet").joins(session, Given.NOW).orThrow();

        assertThatThrownBy(() -> Visitor.withLink(2).on("laptop").knocks(moved, Given.NOW))
                .hasMessage("ANOTHER_DEVICE");
        assertThatThrownBy(() -> Visitor.withLink(2).knocks(moved, Given.NOW)).hasMessage("ANOTHER_DEVICE");
    }

    @Test
    void looksAtSuchALinkChangeNothingAndTheOldBrowserStaysInUntilAnotherHasJoined() {
        var session = Given.anActiveSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);

        assertThat(Visitor.withLink(2).on("tablet").knocks(session, Given.NOW).alreadyIn())
                .isFalse();
        assertThat(Visitor.withLink(1).knocks(session, Given.NOW).alreadyIn()).isTrue();
        assertThatThrownBy(() -> TABLET.knocks(session, Given.NOW)).hasMessage("LINK_SUPERSEDED");
    }

    @Test
    void aBrowserThatStillWorksUsesSuchALinkUp() {
        var session = Given.anActiveSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);

        var returned = Visitor.withLink(2).joins(session, Given.NOW).orThrow();

        assertThat(returned.entrance().devices()).containsExactly(Given.PHONE);
        assertThatThrownBy(() -> Visitor.withLink(2).on("tablet").knocks(returned, Given.NOW))
                .hasMessage("ANOTHER_DEVICE");
    }

    @Test
    void suchALinkAloneIsNotEnoughWhereMoreIsAskedFor() {
        var pin = Given.joined(Given.anInvitedSession(
                        Settings.usual().asking(Method.PIN).consent("We record this.")))
                .issueLink(Given.link(2), Given.ALICE, Given.NOW);
        var newcomer = Visitor.withLink(2).on("tablet").consenting();

        assertThat(newcomer.knocks(pin, Given.NOW))
                .isEqualTo(new CustomerSide.Knock(false, "We record this.", Method.PIN));
        assertThatThrownBy(() -> newcomer.joins(pin, Given.NOW)).hasMessage("PIN_REQUIRED");
        assertThat(newcomer.pin(Given.PIN)
                        .joins(pin, Given.NOW)
                        .orThrow()
                        .entrance()
                        .devices())
                .containsExactly("tablet");
    }

    @Test
    void theLinkOfARenewalDoesTheSame() {
        var session = Given.anEndedSession().renew(true, Given.link(2), Given.ALICE, Given.NOW);

        var moved = Visitor.withLink(2).on("tablet").joins(session, Given.NOW).orThrow();

        assertThat(moved.entrance().devices()).containsExactly("tablet");
    }

    @Test
    void anUnusedLinkOfThisKindLapsesAndIsDeadAfterTheEnd() {
        var session = Given.anActiveSession().issueLink(Given.link(2), Given.ALICE, Given.NOW);
        var newcomer = Visitor.withLink(2).on("tablet");

        assertThatThrownBy(() -> newcomer.knocks(session, Given.NOW.plus(Settings.LINK)))
                .hasMessage("LINK_EXPIRED");
        assertThatThrownBy(() -> newcomer.knocks(session.end(Given.ALICE, Given.NOW), Given.NOW))
                .hasMessage("SESSION_ENDED");
        var renewed = session.end(Given.ALICE, Given.NOW).renew(false, Given.link(3), Given.ALICE, Given.NOW);
        assertThat(renewed.entrance().devices()).containsExactly(Given.PHONE);
    }

    private static Session many(Settings settings) {
        return Given.anInvitedSession(settings.manyDevices());
    }
}
