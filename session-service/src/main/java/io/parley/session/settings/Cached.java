package io.parley.session.settings;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * One answer of team-settings-service, asked again when it is no longer fresh: once for all who wait, and kept for
 * a bounded time where no new one is to be had. A refusal is an answer, too, and is not kept.
 */
class Cached {

    private final Supplier<Uni<Resolution>> ask;
    private final SettingsConfig config;
    private final Counter staleAnswers;
    private final AtomicReference<Uni<Resolution>> asking = new AtomicReference<>();

    private volatile Known known;
    private volatile boolean failed;
    private volatile long failedAt;

    private record Known(Resolution resolution, long since) {
        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - since < age.toNanos();
        }
    }

    Cached(Supplier<Uni<Resolution>> ask, SettingsConfig config, Counter staleAnswers) {
        this.ask = ask;
        this.config = config;
        this.staleAnswers = staleAnswers;
    }

    Uni<Resolution> get() {
        var last = known;
        if (last != null && last.isYoungerThan(config.freshFor())) {
            return Uni.createFrom().item(last.resolution());
        }
        if (last != null
                && failed
                && System.nanoTime() - failedAt < config.restAfterFailure().toNanos()) {
            return lastKnown(null);
        }
        return askOnce()
                .emitOn(backTo(Vertx.currentContext()))
                .onFailure(failure -> !(failure instanceof SettingsRefused))
                .recoverWithUni(this::lastKnown);
    }

    /** The answer comes on the context of whoever asked first; database sessions are bound to one's own. */
    private static Executor backTo(Context own) {
        return own == null ? Runnable::run : task -> own.runOnContext(nothing -> task.run());
    }

    private Uni<Resolution> askOnce() {
        var underWay = asking.get();
        if (underWay != null) {
            return underWay;
        }
        long asked = System.nanoTime();
        Uni<Resolution> mine = Uni.createFrom()
                .deferred(ask::get)
                .invoke(answer -> known = new Known(answer, asked))
                .invoke(() -> failed = false)
                .onFailure(failure -> !(failure instanceof SettingsRefused))
                .invoke(this::noteFailure)
                .onFailure(SettingsRefused.class)
                .invoke(() -> known = null)
                .onTermination()
                .invoke(() -> asking.set(null))
                .memoize()
                .indefinitely();
        return asking.compareAndSet(null, mine) ? mine : askOnce();
    }

    /** Whoever comes soon after it does not wait for the same again. */
    private void noteFailure() {
        failedAt = System.nanoTime();
        failed = true;
    }

    private Uni<Resolution> lastKnown(Throwable failure) {
        var last = known;
        if (last == null || !last.isYoungerThan(config.staleFor())) {
            return Uni.createFrom().failure(new SettingsUnavailable(failure));
        }
        staleAnswers.increment();
        return Uni.createFrom().item(last.resolution());
    }
}
