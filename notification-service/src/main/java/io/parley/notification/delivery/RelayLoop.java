package io.parley.notification.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings committed facts to the broker: at once after a commit of this replica, and by polling after all others. */
@ApplicationScoped
class RelayLoop {

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final DeliverySignal signal;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Context context;
    private boolean running;
    private boolean again;
    private volatile boolean stopped;

    RelayLoop(Vertx vertx, Outbox outbox, Deliveries deliveries, DeliverySignal signal) {
        this.vertx = vertx;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.signal = signal;
    }

    void start(@Observes StartupEvent event) {
        context = vertx.getOrCreateContext();
        signal.onWake(this::wake);
        vertx.setPeriodic(POLL.toMillis(), timer -> wake());
    }

    /** What the broker has must be forgotten while the database is there: else the next one sends it again. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        context.runOnContext(nothing -> {
            stopped = true;
            tellWhenEnded();
        });
        if (!ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
            Log.warn("Relaying is cut off in the middle; another replica repeats what was not written down");
        }
    }

    private void tellWhenEnded() {
        if (stopped && !running) {
            ended.countDown();
        }
    }

    private void wake() {
        context.runOnContext(nothing -> round());
    }

    /** Only ever on the one context, so that its flags need no lock. */
    private void round() {
        again = true;
        if (running || stopped) {
            return;
        }
        running = true;
        again = false;
        outbox.relay(BATCH, deliveries::publish).subscribe().with(sent -> ended(sent > 0), this::failed);
    }

    private void ended(boolean more) {
        context.runOnContext(nothing -> {
            running = false;
            tellWhenEnded();
            if (more || again) {
                round();
            }
        });
    }

    private void failed(Throwable failure) {
        if (!stopped) {
            Log.warnf("Deliveries could not be relayed, trying again: error=%s", failure.toString());
        }
        vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), timer -> ended(false));
    }
}
