package io.parley.session.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import io.parley.session.timer.PulseLoop;

/** Keeps the relay going as long as the process lives; woken by whoever has committed something. */
@ApplicationScoped
public class RelayLoop {

    private final PulseLoop loop;

    RelayLoop(Relay relay, Vertx vertx, OutboxConfig config) {
        this.loop = new PulseLoop("Relaying events", vertx, config.poll(), config.rest(), relay::relayOnce);
    }

    void start(@Observes StartupEvent event) {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Call after a commit: other replicas' commits are found by polling. */
    public void wake() {
        loop.wake();
    }
}
