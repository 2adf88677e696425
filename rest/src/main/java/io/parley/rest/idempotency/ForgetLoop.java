package io.parley.rest.idempotency;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Forgets answers that nobody may ask for again; every replica does, and takes what the others have not. */
@ApplicationScoped
class ForgetLoop {

    private static final Logger LOG = Logger.getLogger(ForgetLoop.class);
    private static final long PAUSE = Duration.ofMinutes(10).toMillis();
    private static final long SOON = 1;

    private final KeptAnswers kept;
    private final Vertx vertx;
    private volatile long timer = -1;

    ForgetLoop(KeptAnswers kept, Vertx vertx) {
        this.kept = kept;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        next(PAUSE);
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void next(long pause) {
        timer = vertx.setTimer(pause, id -> forget());
    }

    private void forget() {
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                nothing -> kept.forget().subscribe().with(more -> next(more ? SOON : PAUSE), this::failed));
    }

    private void failed(Throwable failure) {
        LOG.warnf(
                "Old idempotency keys could not be forgotten, and are tried again: error=%s",
                failure.getClass().getName());
        next(PAUSE);
    }
}
