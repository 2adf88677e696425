package io.parley.session.room.browser;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a browser is known. */
@ConfigMapping(prefix = "parley.room")
interface RoomConfig {

    /**
     * How long a browser keeps its secret after the last entry. Longer than sessions can be renewed by default, so that
     * a joined device just works again.
     */
    @WithDefault("180d")
    Duration cookieLifetime();
}
