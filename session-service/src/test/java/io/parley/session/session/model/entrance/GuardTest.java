package io.parley.session.session.model.entrance;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.entrance.Authentication.Method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** So many failures lock, so many locks ban. */
class GuardTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration LOCK = Duration.ofMinutes(15);

    @Test
    void aFreshOneLetsPass() {
        assertThatCode(() -> Guard.FRESH.check(rule(1, 1), NOW)).doesNotThrowAnyException();
    }

    @Test
    void failuresCountUpToALockAndBeginAgain() {
        var rule = rule(2, 3);

        var once = Guard.FRESH.fail(rule, NOW);
        var twice = once.fail(rule, NOW);
        var thrice = twice.fail(rule, NOW.plus(LOCK));

        assertThat(once).isEqualTo(new Guard(1, null, 0));
        assertThat(twice).isEqualTo(new Guard(0, NOW.plus(LOCK), 1));
        assertThat(thrice).isEqualTo(new Guard(1, null, 1));
    }

    @Test
    void withOneAttemptEveryFailureLocks() {
        assertThat(Guard.FRESH.fail(rule(1, 2), NOW)).isEqualTo(new Guard(0, NOW.plus(LOCK), 1));
    }

    @Test
    void aLockEndsAtItsMoment() {
        var locked = Guard.FRESH.fail(rule(1, 2), NOW);

        var refused = catchThrowableOfType(
                MoveRefused.class, () -> locked.check(rule(1, 2), NOW.plus(LOCK).minusNanos(1)));

        assertThat(refused.instant()).isEqualTo(NOW.plus(LOCK));
        assertThatCode(() -> locked.check(rule(1, 2), NOW.plus(LOCK))).doesNotThrowAnyException();
    }

    @Test
    void aBanHasNoEnd() {
        var banned = Guard.FRESH.fail(rule(1, 1), NOW);

        var refused = catchThrowableOfType(MoveRefused.class, () -> banned.check(rule(1, 1), Instant.MAX));

        assertThat(banned).isEqualTo(new Guard(0, null, 1));
        assertThat(banned.isBanned(rule(1, 1))).isTrue();
        assertThat(refused.instant()).isNull();
    }

    private static Authentication rule(int attempts, int locks) {
        return new Authentication(Method.PIN, attempts, LOCK, locks);
    }
}
