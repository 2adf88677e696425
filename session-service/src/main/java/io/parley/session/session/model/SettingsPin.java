package io.parley.session.session.model;

import java.time.Duration;
import java.util.UUID;

/**
 * The snapshot that a session runs with for as long as it lives: whose, which revision, which content.
 *
 * @param age how old it was when the session was started, where no newer one could be had; null for a fresh one
 */
public record SettingsPin(UUID team, long revision, String hash, Duration age) {

    public static SettingsPin fresh(UUID team, long revision, String hash) {
        return new SettingsPin(team, revision, hash, null);
    }
}
