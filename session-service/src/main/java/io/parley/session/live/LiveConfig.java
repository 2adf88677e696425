package io.parley.session.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How live streams are kept. */
@ConfigMapping(prefix = "parley.live")
public interface LiveConfig {

    /** How long a replica looks away from the timeline at the most. */
    @WithDefault("100ms")
    Duration poll();

    /** How long it rests after a failure of the database. */
    @WithDefault("1s")
    Duration rest();

    /** How often a stream with nothing to tell says that it is there. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a stream lasts at the most; its reader then opens the next one, and is looked at anew. */
    @WithDefault("10m")
    Duration longest();

    /** How often it is looked whether the reader of a stream may still read it. */
    @WithDefault("30s")
    Duration check();

    /** How many streams one caller may have open at one replica. */
    @WithDefault("10")
    int perCaller();

    /** How many streams a replica has open in all. */
    @WithDefault("20000")
    int most();

    /** How long somebody counts as present whose stream nobody vouches for any more. */
    @WithDefault("15s")
    Duration lease();

    /** How often it is vouched for. */
    @WithDefault("5s")
    Duration renewal();

    /** How long somebody who has closed the last stream still counts as present; longer than a renewal. */
    @WithDefault("8s")
    Duration grace();
}
