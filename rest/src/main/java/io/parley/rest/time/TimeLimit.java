package io.parley.rest.time;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.TimeoutException;
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

    /** The outcome of the work, or a failure with {@link TimeoutException}. */
    public <T> Uni<T> hold(Uni<T> work) {
        return Uni.join().first(finish(work), lateness()).toTerminate();
    }

    /**
     * A timer of the request's own context. One of the bare event loop would leave the request's trace there, and no
     * request that comes later by that loop would have one of its own (quarkusio/quarkus#56492).
     */
    private <T> Uni<T> lateness() {
        var context = (ContextInternal) vertx.getOrCreateContext();
        return Uni.createFrom().emitter(answer -> {
            var timer = context.setTimer(limit.toMillis(), id -> answer.fail(new TimeoutException()));
            answer.onTermination(() -> vertx.cancelTimer(timer));
        });
    }

    /** The outcome of the work, which goes on when nobody listens any more. */
    <T> Uni<T> finish(Uni<T> work) {
        return work.memoize().indefinitely();
    }
}
