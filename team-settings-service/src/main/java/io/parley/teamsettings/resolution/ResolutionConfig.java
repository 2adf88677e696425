package io.parley.teamsettings.resolution;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a replica may rely on what it resolved before. */
@ConfigMapping(prefix = "parley.resolution")
interface ResolutionConfig {

    /** How often a replica looks for changes that others made. */
    @WithDefault("PT0.25S")
    Duration lookEvery();

    /** After the start of its last look a replica trusts its cache this long; then it looks before it answers. */
    @WithDefault("PT1S")
    Duration trustFor();

    /** How much memory resolved answers may take. */
    @WithDefault("33554432")
    long cacheBytes();
}
