package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.absence.Around;
import io.parley.session.timeline.model.Forecast;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A virtual clock jumps from one due instant to the next, over sessions that random lives under random settings have
 * led to. More of them with {@code -Dlives=100000}.
 */
class VirtualClockTest {

    private static final int LIVES = Integer.getInteger("lives", 400);
    private static final Duration BLINK = Duration.ofNanos(1_000);

    @Test
    void whatIsForecastIsWhatHappensAndNothingHappensBeforeItsTime() {
        LongStream.range(0, LIVES).forEach(seed -> sessions(seed).forEach(step -> {
            var around = around(step);

            var happened = happenings(Given.asRead(step.after()), around);

            assertThat(happened)
                    .as(step.toString())
                    .isEqualTo(Forecast.of(step.after(), around.lastInRoom()).strikes().stream()
                            .map(s -> s.at() + " " + s.clock() + " " + s.event())
                            .toList());
        }));
    }

    @Test
    void whatHappensIsWhatTheRulesSayWhenWorkedOutByHand() {
        LongStream.range(0, LIVES).forEach(seed -> sessions(seed).forEach(step -> {
            var around = around(step);

            assertThat(happenings(Given.asRead(step.after()), around).stream().sorted())
                    .as(step.toString())
                    .containsExactlyElementsOf(Expected.of(step.after(), around.lastInRoom()));
        }));
    }

    /** As a life has left them, with what was due by then done. */
    private static List<RandomWalk.Step> sessions(long seed) {
        var steps = RandomWalk.steps(seed, 24);
        return List.of(timed(steps.get(5)), timed(steps.get(11)), timed(steps.get(23)));
    }

    private static RandomWalk.Step timed(RandomWalk.Step step) {
        var struck = Given.asRead(step.after()).strike(step.now(), around(step));
        return new RandomWalk.Step(
                step.seed(), step.number(), step.command(), step.now(), step.before(), struck, step.refusal());
    }

    private static Around around(RandomWalk.Step step) {
        var seen = List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofHours(8));
        int which = (int) (step.seed() % 4);
        return new Around(() -> Given.link(99), which == 3 ? null : step.now().minus(seen.get(which)));
    }

    private static List<String> happenings(Session session, Around around) {
        var happened = new ArrayList<String>();
        var next = session;
        Instant last = Instant.MIN;
        for (var due = next.nextDue(); due != null; due = next.nextDue()) {
            assertThat(due).isAfter(last);
            assertThat(next.strike(due.minus(BLINK), around)).isEqualTo(next);
            next = next.strike(due, around);
            last = due;
        }
        next.journal()
                .events()
                .forEach(e -> happened.add(
                        e.at() + " " + e.cause().wireName() + " " + e.type().wireName()));
        return happened;
    }
}
