package io.parley.session.clocks;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How clocks are watched. */
@ConfigMapping(prefix = "parley.clocks")
interface ClocksConfig {

    /** How often each replica looks for clocks that are due. */
    @WithDefault("100ms")
    Duration poll();

    /** How long it rests after a failure of the database. */
    @WithDefault("1s")
    Duration rest();

    /** How many sessions it claims in one transaction. */
    @WithDefault("200")
    int batch();

    /** How many batches each replica has in hand at once when more is due than one holds; each has a connection. */
    @WithDefault("1")
    int strikers();

    /** How often it is measured for how long a clock has been due. */
    @WithDefault("10s")
    Duration measureEvery();
}
