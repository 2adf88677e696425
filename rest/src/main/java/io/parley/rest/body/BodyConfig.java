package io.parley.rest.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large bodies may be; files may have what the HTTP layer lets through. */
@ConfigMapping(prefix = "parley.body")
interface BodyConfig {

    /** Bytes of a body that brings no file */
    @WithDefault("1048576")
    long limit();
}
