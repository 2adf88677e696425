package io.parley.session.session.model;

import org.junit.jupiter.api.Test;

import io.parley.session.timeline.model.Forecast;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTest {

    @Test
    void anEndedSessionForecastsTheEndOfAccessAndOfRenewability() {
        var forecast = Forecast.of(Given.anEndedSession());

        assertThat(forecast.strikes())
                .extracting(Forecast.Strike::clock)
                .containsExactly("access-after-end", "renewability");
    }

    @Test
    void aPlannedSessionForecastsNothing() {
        assertThat(Forecast.of(Given.aPlannedSession()).strikes()).isEmpty();
    }
}
