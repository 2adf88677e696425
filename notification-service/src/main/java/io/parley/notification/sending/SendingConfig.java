package io.parley.notification.sending;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How eagerly messages are handed over. */
@ConfigMapping(prefix = "parley.sending")
interface SendingConfig {

    /** At most so many messages of a channel are in hand at once; more than the gateway's connections, so that none idles. */
    @WithDefault("64")
    int window();

    /** A replica that dies is noticed after so long; must be longer than a few renewals. */
    @WithDefault("10s")
    Duration lease();

    @WithDefault("3s")
    Duration renewEvery();

    /** Longer than any gateway's own timeout, which knows better what happened. */
    @WithDefault("45s")
    Duration handoverTimeout();

    /** For what other replicas took in, and for retries; own messages go at once. */
    @WithDefault("500ms")
    Duration poll();

    /** The longest wait after the first round over the gateways; doubles with each. */
    @WithDefault("4s")
    Duration firstRetry();

    @WithDefault("10m")
    Duration longestRetry();
}
