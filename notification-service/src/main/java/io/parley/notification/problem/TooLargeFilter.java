package io.parley.notification.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers a body that announces itself as too large with a problem; the HTTP layer would answer it with nothing. */
@ApplicationScoped
class TooLargeFilter {

    private static final int BEFORE_THE_HTTP_LAYERS_OWN = 100;

    private final long most;

    TooLargeFilter(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_HTTP_LAYERS_OWN);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= most) {
            request.next();
            return;
        }
        var type = ProblemType.REQUEST_TOO_LARGE;
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                // What is not read would be taken for the next request
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject()
                        .put("type", "/problems/" + type.word())
                        .put("title", type.title())
                        .put("status", type.status())
                        .put("detail", type.explanation())
                        .put("instance", request.normalizedPath())
                        .encode());
    }

    private static long announced(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
