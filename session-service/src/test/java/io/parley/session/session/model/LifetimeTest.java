package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.afterend.AccessMode;

import static org.assertj.core.api.Assertions.assertThat;

/** A lifetime ends at a moment that can be written down, or never. */
class LifetimeTest {

    @Test
    void itEndsItsLengthAfterItsStart() {
        assertThat(Lifetime.of(Duration.ofDays(2)).endFrom(Given.START))
                .isEqualTo(Given.START.plus(Duration.ofDays(2)));
    }

    @Test
    void neverHasNoEnd() {
        assertThat(Lifetime.NEVER.endFrom(Given.START)).isNull();
    }

    @Test
    void theLastMomentIsTheEndOfTheYear9999() {
        var last = Instant.parse("9999-12-31T23:59:59Z");
        var toTheLast = Duration.between(Given.START, last);

        assertThat(Lifetime.of(toTheLast).endFrom(Given.START)).isEqualTo(last);
        assertThat(Lifetime.of(toTheLast.plusNanos(1)).endFrom(Given.START)).isNull();
    }

    @Test
    void theLongestDurationThereIsDoesNotOverflow() {
        assertThat(Lifetime.of(Duration.ofSeconds(Long.MAX_VALUE)).endFrom(Given.START))
                .isNull();
    }

    @Test
    void accessLastsUntilItsMomentAndNotBeyond() {
        var access = new Access(AccessMode.FULL, Given.NOW);

        assertThat(access.at(Given.NOW.minusNanos(1))).isEqualTo(AccessMode.FULL);
        assertThat(access.at(Given.NOW)).isEqualTo(AccessMode.NONE);
        assertThat(new Access(AccessMode.VIEW, null).at(Instant.MAX)).isEqualTo(AccessMode.VIEW);
    }
}
