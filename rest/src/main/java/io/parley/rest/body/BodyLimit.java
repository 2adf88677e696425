package io.parley.rest.body;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a body that turns out to be too large with a problem. The HTTP layer, whose limit this takes over, would end
 * the answer with nothing in it. (Of multipart bodies the framework says it itself, as it should.)
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@ApplicationScoped
class BodyLimit implements ReaderInterceptor {

    private static final String KEY = BodyLimit.class.getName();
    private static final long NONE = -1;
    private static final int AFTER_ALL_ELSE = 0;

    private final RoutingContext current;
    private final BodySizes sizes;

    BodyLimit(RoutingContext current, BodySizes sizes) {
        this.current = current;
        this.sizes = sizes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::takeOver, AFTER_ALL_ELSE);
    }

    private void takeOver(RoutingContext request) {
        Long limit = request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (limit != null && (type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA))) {
            request.put(KEY, Math.min(limit, sizes.most(request)));
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, NONE);
        }
        request.next();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        Long limit = current.get(KEY);
        if (limit != null) {
            body.setInputStream(new MeasuredBody(body.getInputStream(), limit));
        }
        return body.proceed();
    }
}
