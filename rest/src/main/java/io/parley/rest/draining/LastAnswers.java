package io.parley.rest.draining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets go of connections while the replica leaves: each answer from then on is the last one of its connection, so that
 * whoever keeps connections open, a router or another service, has none left when the replica is gone.
 */
@ApplicationScoped
class LastAnswers {

    private static final int BEFORE_ALL_OTHERS = 10_000;

    private volatile boolean leaving;

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_ALL_OTHERS);
    }

    private void answer(RoutingContext request) {
        if (leaving && request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.addEndHandler(ended -> request.request().connection().close());
        }
        request.next();
    }
}
