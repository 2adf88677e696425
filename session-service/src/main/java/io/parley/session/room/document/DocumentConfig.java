package io.parley.session.room.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large documents may be. */
@ConfigMapping(prefix = "parley.document")
interface DocumentConfig {

    /** Bytes of a document. */
    @WithDefault("26214400")
    long limit();
}
