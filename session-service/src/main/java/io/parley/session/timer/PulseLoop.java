package io.parley.session.timer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Does a piece of work again and again: at once when woken or when there is more, else after a pause; never twice at
 * the same time in one process. A failure is logged once, rested on, and tried again until it works.
 */
public final class PulseLoop {

    private static final Logger LOG = Logger.getLogger(PulseLoop.class);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    // What hangs, hangs on a connection that is no more: it must not be the last thing that the loop did.
    private static final Duration LONGEST_BEAT = Duration.ofSeconds(60);

    private final String name;
    private final Supplier<Uni<Boolean>> work;
    private final Duration pause;
    private final Duration rest;
    private final Context context;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile Future<Void> underWay = CompletableFuture.completedFuture(null);

    // What follows is touched on the context's own thread only.
    private boolean busy;
    private boolean failing;
    private long timer = -1;

    /** @param work answers whether there may be more to do at once */
    public PulseLoop(String name, Vertx vertx, Duration pause, Duration rest, Supplier<Uni<Boolean>> work) {
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.rest = rest;
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    /** Cheap, and may be called from anywhere. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(nothing -> beat());
        }
    }

    /** Begins nothing any more, and lets what is under way come to its end while the database is still there. */
    public void stop() {
        stopped = true;
        try {
            underWay.get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("%s is cut off in the middle; what it had not committed is done by whoever comes next", name);
        }
    }

    private void beat() {
        if (stopped || busy) {
            return; // whoever is busy looks whether it was woken meanwhile
        }
        context.owner().cancelTimer(timer);
        woken.set(false);
        busy = true;
        var beaten = new CompletableFuture<Void>();
        underWay = beaten;
        var ownContext = VertxContext.createNewDuplicatedContext(context);
        VertxContextSafetyToggle.setContextSafe(ownContext, true);
        ownContext.runOnContext(nothing -> Uni.createFrom()
                .deferred(work::get)
                .ifNoItem()
                .after(LONGEST_BEAT)
                .fail()
                .onTermination()
                .invoke(() -> beaten.complete(null))
                .subscribe()
                .with(
                        more -> context.runOnContext(n -> done(more)),
                        failure -> context.runOnContext(n -> failed(failure))));
    }

    private void done(boolean more) {
        if (failing) {
            failing = false;
            LOG.infof("%s works again", name);
        }
        busy = false;
        if (more || woken.get()) {
            beat();
        } else {
            timer = context.owner().setTimer(pause.toMillis(), id -> beat());
        }
    }

    private void failed(Throwable failure) {
        if (!failing && !stopped) {
            failing = true;
            LOG.errorf(failure, "%s failed, and is tried again every %s until it works", name, rest);
        }
        context.owner().setTimer(rest.toMillis(), id -> {
            busy = false;
            beat();
        });
    }
}
