package io.parley.session.timer;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final long BEGIN = -4_711; // a monotonic clock begins anywhere

    private final KnownTime known = new KnownTime();

    @Test
    void theMiddleOfQuestionAndAnswerIsWhenTheOtherLooked() {
        learn(Duration.ofHours(12), Duration.ZERO, Duration.ofMillis(10));

        assertThat(at(Duration.ofMillis(5))).isEqualTo(NOON.plus(Duration.ofHours(12)));
        assertThat(at(Duration.ofMillis(105)))
                .isEqualTo(NOON.plus(Duration.ofHours(12)).plusMillis(100));
    }

    @Test
    void ofTheFirstAnswersTheQuickestCounts() {
        learn(Duration.ofMillis(0), Duration.ofMillis(0), Duration.ofMillis(400));
        learn(Duration.ofMillis(501), Duration.ofMillis(500), Duration.ofMillis(502));
        learn(Duration.ofMillis(600), Duration.ofMillis(600), Duration.ofMillis(680));

        assertThat(at(Duration.ofMillis(700))).isEqualTo(NOON.plusMillis(700));
    }

    @Test
    void aSlowAnswerDoesNotReplaceWhatIsKnownBetter() {
        learn(Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(2));

        learn(Duration.ofSeconds(35), Duration.ofSeconds(5), Duration.ofSeconds(35));

        assertThat(at(Duration.ofSeconds(40))).isEqualTo(NOON.plusSeconds(40));
    }

    @Test
    void whatWasExactOnceIsReplacedWhenItIsOld() {
        learn(Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(2));

        // In a minute two clocks may have drifted apart by twelve milliseconds; this one errs by ten.
        learn(Duration.ofSeconds(60).plusMillis(17), Duration.ofSeconds(60), Duration.ofMillis(60_020));

        assertThat(at(Duration.ofSeconds(70))).isEqualTo(NOON.plusSeconds(70).plusMillis(7));
    }

    @Test
    void aTimeThatIsSetAnewIsFollowedByTheNextQuickAnswer() {
        learn(Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(2));

        learn(Duration.ofHours(-1), Duration.ofSeconds(5), Duration.ofSeconds(5).plusMillis(2));

        assertThat(at(Duration.ofMillis(5_001))).isEqualTo(NOON.minus(Duration.ofHours(1)));
    }

    @Test
    void itIsWellKnownOnlyAfterSeveralAnswers() {
        for (int answers = 0; answers < KnownTime.FIRST_ANSWERS; answers++) {
            assertThat(known.isWellKnown()).isFalse();
            learn(Duration.ofMillis(answers), Duration.ofMillis(answers), Duration.ofMillis(answers));
        }

        assertThat(known.isWellKnown()).isTrue();
    }

    @Test
    void whatTheDatabaseCanNotKeepIsNotTold() {
        learn(Duration.ofNanos(1_999), Duration.ZERO, Duration.ZERO);

        assertThat(at(Duration.ZERO)).isEqualTo(NOON.plusNanos(1_000));
    }

    private void learn(Duration told, Duration asked, Duration answered) {
        known.learn(NOON.plus(told), BEGIN + asked.toNanos(), BEGIN + answered.toNanos());
    }

    private Instant at(Duration now) {
        return known.at(BEGIN + now.toNanos());
    }
}
