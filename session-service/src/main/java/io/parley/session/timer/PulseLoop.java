package io.parley.session.timer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Does a piece of work again and again: at once when woken or when there is more, else after a pause; never twice at
 * the same time in one process. A failure is logged, rested on, and tried again.
 */
public final class PulseLoop {

    private static final Logger LOG = Logger.getLogger(PulseLoop.class);

    private final String name;
    private final Supplier<Uni<Boolean>> work;
    private final Duration pause;
    private final Duration rest;
    private final Context context;
    private final AtomicBoolean woken = new AtomicBoolean();

    private volatile boolean stopped;
    private volatile Cancellable running;
    private boolean busy;
    private boolean failing;
    private long timer = -1;

    /** @param work answers whether there may be more to do at once */
    public PulseLoop(String name, Vertx vertx, Duration pause, Duration rest, Supplier<Uni<Boolean>> work) {
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.rest = rest;
        this.context = io.smallrye.common.vertx.VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    }

    public void start() {
        wake();
    }

    /** Cheap, and may be called from anywhere. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(nothing -> beat());
        }
    }

    public void stop() {
        stopped = true;
        var current = running;
        if (current != null) {
            current.cancel();
        }
    }

    private void beat() {
        if (stopped || busy) {
            return; // the one that runs will see that it was woken
        }
        context.owner().cancelTimer(timer);
        woken.set(false);
        busy = true;
        running = Uni.createFrom().deferred(work::get).subscribe().with(this::done, this::failed);
    }

    private void done(boolean more) {
        if (failing) {
            failing = false;
            LOG.infof("%s: works again", name);
        }
        next(more || woken.get() ? Duration.ZERO : pause);
    }

    private void failed(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.errorf(failure, "%s: failed, tried again every %s until it works", name, rest);
        }
        next(rest);
    }

    private void next(Duration delay) {
        context.runOnContext(nothing -> {
            busy = false;
            if (stopped) {
                return;
            }
            if (delay.isZero()) {
                beat();
            } else {
                woken.set(false);
                timer = context.owner().setTimer(delay.toMillis(), id -> context.runOnContext(n -> beat()));
            }
        });
    }
}
