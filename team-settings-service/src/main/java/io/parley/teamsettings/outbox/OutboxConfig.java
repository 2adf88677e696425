package io.parley.teamsettings.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events leave. */
@ConfigMapping(prefix = "parley.outbox")
interface OutboxConfig {

    /** How often a replica looks for events that another one left behind; its own leave at once. */
    @WithDefault("PT0.25S")
    Duration lookEvery();

    /** How many events leave in one transaction. */
    @WithDefault("500")
    int batch();

    /** How often it is measured how long the oldest event has waited. */
    @WithDefault("10s")
    Duration measureEvery();
}
