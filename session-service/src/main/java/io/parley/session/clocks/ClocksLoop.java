package io.parley.session.clocks;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.parley.session.timer.PulseLoop;

/** Watches the clocks as long as the process lives: one striker looks, and the others help while there is a backlog. */
@ApplicationScoped
class ClocksLoop {

    private final StrikeClocks strikeClocks;
    private final PulseLoop watching;
    private final List<PulseLoop> helping;

    private volatile boolean backlog;

    ClocksLoop(StrikeClocks strikeClocks, Vertx vertx, ClocksConfig config) {
        this.strikeClocks = strikeClocks;
        this.watching = new PulseLoop("Watching clocks", vertx, config.poll(), config.rest(), this::watch);
        this.helping = Stream.generate(() ->
                        new PulseLoop("Helping with overdue clocks", vertx, config.poll(), config.rest(), this::help))
                .limit(Math.max(0, config.strikers() - 1))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        watching.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        backlog = false;
        watching.stop();
        helping.forEach(PulseLoop::stop);
    }

    private Uni<Boolean> watch() {
        return strikeClocks.strike().invoke(this::callForHelp);
    }

    private void callForHelp(boolean more) {
        backlog = more;
        if (more) {
            helping.forEach(PulseLoop::wake);
        }
    }

    private Uni<Boolean> help() {
        return backlog ? strikeClocks.strike() : Uni.createFrom().item(false);
    }
}
