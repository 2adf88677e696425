package io.parley.session.room.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import io.parley.session.problem.ProblemType;
import io.parley.session.problem.ProblemView;

/** Keeps all bodies small but those that bring documents: what is read into memory is not to be filled from outside. */
@ApplicationScoped
class BodyLimits {

    private static final int BEFORE_ALL_ELSE = 1000;

    private final long limit;

    BodyLimits(DocumentConfig config) {
        this.limit = config.otherBodies();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().endsWith("/documents")) {
            request.next();
            return;
        }
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > limit)) {
            refuse(request);
            return;
        }
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        request.next();
    }

    private static void refuse(RoutingContext request) {
        var type = ProblemType.REQUEST_TOO_LARGE;
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .end("{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(type.typeName(), type.title(), type.status(), type.explanation()))
                .onComplete(sent -> request.request().connection().close());
    }
}
