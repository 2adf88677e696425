package io.parley.session.settings.hearing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changed settings are heard of. */
@ConfigMapping(prefix = "parley.settings.hearing")
interface HearingConfig {

    @WithDefault("parley.team-settings")
    String topic();

    /** How often the broker is asked whether there is anything that was not heard. */
    @WithDefault("PT0.25S")
    Duration lookEvery();

    /** After it last said no, what was heard counts as all that there is for so long. */
    @WithDefault("1s")
    Duration trustFor();

    /** How old an answer of team-settings-service may be at most when it is given. */
    @WithDefault("2s")
    Duration settle();
}
