package io.parley.session.live.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.parley.session.live.LiveConfig;
import io.parley.session.presence.Appearance;
import io.parley.session.presence.Leases;
import io.parley.session.presence.Present;
import io.parley.session.timer.PulseLoop;

/** Vouches for those who have a stream open here, and tells the streams who has come or gone, anywhere. */
@ApplicationScoped
class PresenceLoop {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Streams streams;
    private final Leases leases;
    private final LiveConfig config;
    private final PulseLoop loop;

    // What follows is touched by one beat at a time.
    private Set<Present> vouched = Set.of();
    private Set<Appearance> told = Set.of();
    private long lastVouched;

    PresenceLoop(Streams streams, Leases leases, LiveConfig config, Vertx vertx) {
        this.streams = streams;
        this.leases = leases;
        this.config = config;
        this.loop = new PulseLoop("Keeping presences", vertx, LOOK, config.rest(), this::beat);
    }

    void start(@Observes StartupEvent event) {
        streams.whenChanged(loop::wake);
        loop.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Boolean> beat() {
        return vouch().chain(() -> leases.leave(streams.takeLeft(), config.grace()))
                .chain(leases::lapse)
                .chain(this::look)
                .replaceWith(false);
    }

    /** For all when it is time again, and at once for those who have just come. */
    private Uni<Void> vouch() {
        var here = streams.present();
        var now = System.nanoTime();
        boolean again =
                lastVouched == 0 || now - lastVouched >= config.renewal().toNanos();
        var whom = new HashSet<>(here);
        if (!again) {
            whom.removeAll(vouched);
        }
        return leases.vouch(whom, config.lease()).invoke(() -> {
            vouched = here;
            lastVouched = again ? now : lastVouched;
        });
    }

    private Uni<Void> look() {
        return streams.isEmpty()
                ? Uni.createFrom().voidItem()
                : leases.appearances().invoke(this::tell).replaceWithVoid();
    }

    private void tell(List<Appearance> latest) {
        latest.stream().filter(one -> !told.contains(one)).map(Coming::new).forEach(streams::tell);
        told = Set.copyOf(latest);
    }
}
