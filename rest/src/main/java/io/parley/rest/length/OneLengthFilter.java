package io.parley.rest.length;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * An answer that says how long it is is not sent in chunks as well. RESTEasy makes chunks of everything that it streams;
 * with both headers some clients take the one and some the other, and proxies refuse it (RFC 9112, 6.2).
 */
@ApplicationScoped
class OneLengthFilter {

    private static final int BEFORE_ALL_ELSE = 2000;

    void register(@Observes Filters filters) {
        filters.register(OneLengthFilter::watch, BEFORE_ALL_ELSE);
    }

    private static void watch(RoutingContext request) {
        request.addHeadersEndHandler(done -> {
            var headers = request.response().headers();
            if (headers.contains(HttpHeaders.CONTENT_LENGTH)) {
                headers.remove(HttpHeaders.TRANSFER_ENCODING);
            }
        });
        request.next();
    }
}
