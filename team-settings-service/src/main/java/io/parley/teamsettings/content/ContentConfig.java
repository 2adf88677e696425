package io.parley.teamsettings.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large files may be. */
@ConfigMapping(prefix = "parley.content")
interface ContentConfig {

    /** Bytes of a document. */
    @WithDefault("26214400")
    long documentLimit();

    /** Bytes of a logo. */
    @WithDefault("512000")
    int logoLimit();
}
