package io.parley.session.limit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import io.parley.session.timer.PulseLoop;

/** Forgets limits that are as good as new. */
@ApplicationScoped
class ForgetLoop {

    private final PulseLoop loop;

    ForgetLoop(Allowances allowances, Vertx vertx) {
        this.loop = new PulseLoop(
                "Forgetting limits", vertx, Duration.ofMinutes(5), Duration.ofMinutes(1), allowances::forget);
    }

    void start(@Observes StartupEvent event) {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
