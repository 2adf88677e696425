package io.parley.session.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay works. */
@ConfigMapping(prefix = "parley.outbox")
interface OutboxConfig {

    /** How long the relay sleeps at the most when nobody wakes it. */
    @WithDefault("100ms")
    Duration poll();

    /** How long it rests after a failure of the broker or the database. */
    @WithDefault("1s")
    Duration rest();

    /** How many events go out in one transaction. */
    @WithDefault("1000")
    int batch();

    /** How often it is measured how long the oldest event has waited. */
    @WithDefault("10s")
    Duration measureEvery();
}
