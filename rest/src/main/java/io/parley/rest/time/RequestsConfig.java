package io.parley.rest.time;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How requests are treated, whatever they ask for. */
@ConfigMapping(prefix = "parley.requests")
interface RequestsConfig {

    /** After how long a request is answered with 503 whose work is not done, and a connection to the database waited for in vain */
    @WithDefault("10s")
    Duration limit();
}
