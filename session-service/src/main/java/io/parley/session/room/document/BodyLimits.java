package io.parley.session.room.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import io.parley.rest.problem.TooLarge;

/** Keeps all bodies small but those that bring documents: what is read into memory is not to be filled from outside. */
@ApplicationScoped
class BodyLimits {

    private static final int BEFORE_ALL_ELSE = 1000;
    private static final int AFTER_THE_HTTP_LAYERS_OWN = 1;

    private final long limit;
    private final TooLarge tooLarge;

    BodyLimits(DocumentConfig config, TooLarge tooLarge) {
        this.limit = config.otherBodies();
        this.tooLarge = tooLarge;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
        filters.register(this::limit, AFTER_THE_HTTP_LAYERS_OWN);
    }

    private void check(RoutingContext request) {
        if (bringsADocument(request)) {
            request.next();
            return;
        }
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > limit)) {
            tooLarge.answer(request);
            return;
        }
        request.next();
    }

    /** What does not say how long it is gets the limit of all from the HTTP layer, whatever was said before. */
    private void limit(RoutingContext request) {
        if (!bringsADocument(request)) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        }
        request.next();
    }

    private static boolean bringsADocument(RoutingContext request) {
        return request.normalizedPath().endsWith("/documents");
    }
}
