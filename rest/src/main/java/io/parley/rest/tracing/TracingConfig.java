package io.parley.rest.tracing;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and where traces go. */
@ConfigMapping(prefix = "parley.tracing")
interface TracingConfig {

    /** Where a collector takes OTLP over HTTP, with its path; without one nothing is traced, and nothing leaves. */
    Optional<URI> endpoint();

    /** Which part of what begins here is traced, from 0 to 1; what was begun elsewhere is as was decided there. */
    @WithDefault("0.1")
    double ratio();
}
