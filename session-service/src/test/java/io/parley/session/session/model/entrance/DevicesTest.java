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

    private static Session many(Settings settings) {
        return Given.anInvitedSession(settings.manyDevices());
    }
}
