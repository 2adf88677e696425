package io.parley.session.settings;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How fresh settings must be. */
@ConfigMapping(prefix = "parley.settings")
interface SettingsConfig {

    /**
     * How long an answer of team-settings-service is used without asking again where this replica does not hear of
     * changes; a change is seen within it.
     */
    @WithDefault("1s")
    Duration freshFor();

    /** How long where it does; bounds for how long a change is not seen of which nobody could tell. */
    @WithDefault("1m")
    Duration freshWhileTold();

    /** How old the last known answer may be while team-settings-service is away. */
    @WithDefault("15m")
    Duration staleFor();

    /** How long the last known answer is taken without asking, after team-settings-service could not be reached. */
    @WithDefault("5s")
    Duration restAfterFailure();

    /** How long an answer is worth waiting for before the last known one is taken. */
    @WithDefault("2s")
    Duration patience();
}
