package io.parley.session.live.stream;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.parley.session.live.LiveConfig;
import io.parley.session.timer.DatabaseClock;
import io.parley.session.timer.PulseLoop;

/** Lets streams say that they are alive, and ends those whose time has come. */
@ApplicationScoped
class HeartbeatLoop {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Streams streams;
    private final DatabaseClock clock;
    private final LiveConfig config;
    private final PulseLoop loop;

    HeartbeatLoop(Streams streams, DatabaseClock clock, LiveConfig config, Vertx vertx) {
        this.streams = streams;
        this.clock = clock;
        this.config = config;
        this.loop = new PulseLoop("The streams' heartbeat", vertx, LOOK, config.rest(), this::beat);
    }

    void start(@Observes StartupEvent event) {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Boolean> beat() {
        if (!streams.isEmpty()) {
            var now = clock.instant();
            streams.all().forEach(stream -> stream.pulse(now, config.heartbeat()));
        }
        return Uni.createFrom().item(false);
    }
}
