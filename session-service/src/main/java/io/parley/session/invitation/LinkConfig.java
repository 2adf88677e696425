package io.parley.session.invitation;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where customers reach this service. */
@ConfigMapping(prefix = "parley")
public interface LinkConfig {

    /** The address that links begin with. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();
}
