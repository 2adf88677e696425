package io.parley.session.session.view;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.session.session.model.SettingsPin;

/**
 * Which settings a session runs with.
 *
 * @param stale true where they were but the last known ones, for team-settings-service was away
 * @param age how old they were then, at least
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsView(UUID team, long revision, String hash, Boolean stale, Duration age) {

    static SettingsView of(SettingsPin pin) {
        var isStale = pin.age() != null;
        return new SettingsView(
                pin.team(),
                pin.revision(),
                pin.hash(),
                isStale ? true : null,
                isStale ? pin.age().truncatedTo(ChronoUnit.MILLIS) : null);
    }
}
