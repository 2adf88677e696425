package io.parley.session.starting;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a customer who is away is told that something new is in the room. Sessions keep what held when they began. */
@ConfigMapping(prefix = "parley.notice")
interface NoticeConfig {

    /** How long what the agent leaves waits to be found; what is left meanwhile is told with it. */
    @WithDefault("5m")
    Duration after();
}
