package io.parley.session.eventlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where events may be replayed to. */
@ConfigMapping(prefix = "parley.replay")
interface ReplayConfig {

    /** What the names of these topics begin with, so that a replay never reaches those who read what is new. */
    @WithDefault("parley.replay.")
    String topicPrefix();
}
