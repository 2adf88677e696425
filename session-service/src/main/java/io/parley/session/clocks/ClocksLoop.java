package io.parley.session.clocks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import io.parley.session.timer.PulseLoop;

/** Watches the clocks as long as the process lives. */
@ApplicationScoped
class ClocksLoop {

    private final PulseLoop loop;

    ClocksLoop(StrikeClocks strikeClocks, Vertx vertx, ClocksConfig config) {
        this.loop = new PulseLoop("Watching clocks", vertx, config.poll(), config.rest(), strikeClocks::strike);
    }

    void start(@Observes StartupEvent event) {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
