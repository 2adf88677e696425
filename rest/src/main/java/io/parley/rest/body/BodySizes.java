package io.parley.rest.body;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much of a body is taken: of what is read into memory whole less than of a file. */
@ApplicationScoped
class BodySizes {

    private final long most;
    private final long mostInMemory;

    BodySizes(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize most,
            BodyConfig config) {
        this.most = most.asLongValue();
        this.mostInMemory = Math.min(config.limit(), this.most);
    }

    long most(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null || isReadWhole(type.toLowerCase(Locale.ROOT)) ? mostInMemory : most;
    }

    private static boolean isReadWhole(String type) {
        return type.contains("json") || type.startsWith("application/x-www-form-urlencoded");
    }
}
