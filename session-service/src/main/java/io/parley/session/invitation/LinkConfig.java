package io.parley.session.invitation;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Where customers reach this service. */
@ConfigMapping(prefix = "parley.public")
public interface LinkConfig {

    /** The address that links begin with. */
    @WithName("url")
    @WithDefault("http://localhost:8080")
    URI publicUrl();
}
