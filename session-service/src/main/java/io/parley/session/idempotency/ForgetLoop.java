package io.parley.session.idempotency;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import io.parley.session.timer.PulseLoop;

/** Forgets answers that nobody may ask for again. */
@ApplicationScoped
class ForgetLoop {

    private final PulseLoop loop;

    ForgetLoop(KeptAnswers kept, Vertx vertx) {
        this.loop = new PulseLoop(
                "Forgetting idempotency keys", vertx, Duration.ofMinutes(10), Duration.ofMinutes(1), kept::forget);
    }

    void start(@Observes StartupEvent event) {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
