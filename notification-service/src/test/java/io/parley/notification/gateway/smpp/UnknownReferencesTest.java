package io.parley.notification.gateway.smpp;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownReferencesTest {

    private static final long PATIENCE = Duration.ofMinutes(10).toNanos();
    private static final long NOW = Long.MAX_VALUE - PATIENCE / 2;

    final UnknownReferences unknown = new UnknownReferences(Duration.ofMinutes(10));

    @Test
    void eachReferenceHasItsTimeFromWhenItFirstCame() {
        assertThat(unknown.hasHadItsTime("a", NOW)).isFalse();
        assertThat(unknown.hasHadItsTime("b", NOW + 5)).isFalse();
        assertThat(unknown.hasHadItsTime("a", NOW + PATIENCE)).isFalse();

        assertThat(unknown.hasHadItsTime("a", NOW + PATIENCE + 1)).isTrue();
        assertThat(unknown.hasHadItsTime("b", NOW + PATIENCE + 1)).isFalse();
    }

    @Test
    void whatIsSettledBeginsAnew() {
        unknown.hasHadItsTime("a", NOW);

        unknown.forget("a");

        assertThat(unknown.hasHadItsTime("a", NOW + PATIENCE + 1)).isFalse();
    }

    @Test
    void aFloodOfThemIsNotKept() {
        unknown.hasHadItsTime("a", NOW);

        for (var other = 0; other < 10_000; other++) {
            unknown.hasHadItsTime("other " + other, NOW);
        }

        assertThat(unknown.hasHadItsTime("a", NOW + PATIENCE + 1)).isFalse();
    }
}
