package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.journal.SessionEvent;
import io.parley.session.timeline.model.Forecast;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTest {

    private static final Duration BLINK = Duration.ofNanos(1_000);

    @Test
    void whatIsForecastIsWhatHappensAndNothingHappensBefore() {
        LongStream.range(0, 200)
                .boxed()
                .flatMap(seed -> RandomWalk.steps(seed, 40).stream())
                .map(RandomWalk.Step::after)
                .forEach(ForecastTest::requireTrue);
    }

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

    private static void requireTrue(Session session) {
        var strikes = Forecast.of(session).strikes();
        for (var strike : strikes) {
            var before = eventsUntil(session, strike.at().minus(BLINK));
            var after = eventsUntil(session, strike.at());
            assertThat(after).contains(strike.event());
            assertThat(after.size()).isGreaterThan(before.size());
        }
        var last = strikes.isEmpty()
                ? Given.START
                : strikes.get(strikes.size() - 1).at();
        assertThat(eventsUntil(session, last.plus(Duration.ofDays(10_000))))
                .containsExactlyElementsOf(
                        strikes.stream().map(Forecast.Strike::event).toList());
    }

    private static List<String> eventsUntil(Session session, Instant when) {
        var known = session.journal().events().size();
        return session.elapse(when).journal().events().stream()
                .skip(known)
                .map(SessionEvent::type)
                .map(type -> type.wireName())
                .toList();
    }
}
