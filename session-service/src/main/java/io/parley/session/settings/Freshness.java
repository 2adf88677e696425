package io.parley.session.settings;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.parley.session.settings.hearing.Hearing;

/**
 * Whether an answer of team-settings-service may be used without asking again: for long as long as this replica is sure
 * to hear of each change, and else for so short that a change is seen in time all the same.
 */
@ApplicationScoped
class Freshness {

    private final SettingsConfig config;
    private final Hearing hearing;

    Freshness(SettingsConfig config, Hearing hearing) {
        this.config = config;
        this.hearing = hearing;
    }

    boolean isFresh(Answer answer) {
        var fresh = hearing.vouchesFor(answer.asked()) ? config.freshWhileTold() : config.freshFor();
        return answer.isYoungerThan(fresh)
                && !answer.hasEnded()
                && !hearing.isTouched(answer.concern(), answer.revision());
    }

    /** Even as the last known answer. */
    boolean isTooOld(Answer answer) {
        return !answer.isYoungerThan(config.staleFor());
    }

    /** Whether it is too early to ask again after a failure. */
    boolean isRest(long failedAt) {
        return Duration.ofNanos(System.nanoTime() - failedAt).compareTo(config.restAfterFailure()) < 0;
    }
}
