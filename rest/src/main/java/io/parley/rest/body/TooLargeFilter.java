package io.parley.rest.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import io.parley.rest.problem.TooLarge;

/** Answers a body that announces itself as too large with a problem; the HTTP layer would answer it with nothing. */
@ApplicationScoped
class TooLargeFilter {

    private static final int BEFORE_THE_HTTP_LAYERS_OWN = 100;

    private final BodySizes sizes;
    private final TooLarge tooLarge;

    TooLargeFilter(BodySizes sizes, TooLarge tooLarge) {
        this.sizes = sizes;
        this.tooLarge = tooLarge;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_HTTP_LAYERS_OWN);
    }

    private void check(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > sizes.most(request))) {
            tooLarge.answer(request);
        } else {
            request.next();
        }
    }
}
