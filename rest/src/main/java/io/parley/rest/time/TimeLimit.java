package io.parley.rest.time;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * Lets nobody wait for longer than the limit. The work itself goes on to its own end, whether it is waited for or not:
 * one that was cancelled halfway would leave its transaction and its connection to chance.
 */
@ApplicationScoped
public class TimeLimit {

    private final Vertx vertx;
    private final Duration limit;

    TimeLimit(Vertx vertx, RequestsConfig config) {
        this.vertx = vertx;
        this.limit = config.limit();
    }

    /** The outcome of the work, or a failure with {@link io.smallrye.mutiny.TimeoutException}. */
    public <T> Uni<T> hold(Uni<T> work) {
        return finish(work).ifNoItem().after(limit).on(timers()).fail();
    }

    /** The outcome of the work, which goes on when nobody listens any more. */
    <T> Uni<T> finish(Uni<T> work) {
        return work.memoize().indefinitely();
    }

    /** Those of the request's own event loop, which cost next to nothing to set and to take back. */
    private ScheduledExecutorService timers() {
        return ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
    }
}
