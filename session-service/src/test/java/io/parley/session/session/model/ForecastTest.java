package io.parley.session.session.model;

import org.junit.jupiter.api.Test;

import io.parley.session.timeline.model.Forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ForecastTest {

    @Test
    void anEndedSessionForecastsTheEndOfAccessAndOfRenewability() {
        var forecast = Forecast.of(Given.anEndedSession());

        assertThat(forecast.strikes())
                .extracting(Forecast.Strike::clock)
                .containsExactly("access-after-end", "renewability");
    }

    @Test
    void anInvitedSessionForecastsWhichWorkflowAndWhichInvitationItsClocksAreAbout() {
        var session = Given.anInvitedSession();
        var invitation = session.invitations().current().orElseThrow();

        assertThat(Forecast.of(session).strikes())
                .extracting(Forecast.Strike::clock, Forecast.Strike::subject)
                .contains(tuple("workflow-clock", Given.IDENTIFICATION), tuple("link-lifetime", invitation.id()));
    }

    @Test
    void aPlannedSessionForecastsNothing() {
        assertThat(Forecast.of(Given.aPlannedSession()).strikes()).isEmpty();
    }
}
