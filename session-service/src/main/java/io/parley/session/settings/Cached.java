package io.parley.session.settings;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import io.parley.session.settings.hearing.Hearing;

/**
 * One answer of team-settings-service, asked again when it is no longer fresh: once for all who wait, and kept for
 * a bounded time where no new one is to be had. A refusal is an answer, too, and is not kept.
 */
class Cached {

    private final LongFunction<Uni<Answer>> ask;
    private final Freshness freshness;
    private final Hearing hearing;
    private final Counter staleAnswers;
    private final AtomicReference<Uni<Answer>> asking = new AtomicReference<>();

    private volatile Answer known;
    private volatile boolean failed;
    private volatile long failedAt;

    /** @param ask asks for an answer that is not of before a revision */
    Cached(LongFunction<Uni<Answer>> ask, Freshness freshness, Hearing hearing, Counter staleAnswers) {
        this.ask = ask;
        this.freshness = freshness;
        this.hearing = hearing;
        this.staleAnswers = staleAnswers;
    }

    Uni<Resolution> get() {
        var last = known;
        if (last != null && freshness.isFresh(last)) {
            return Uni.createFrom().item(last.resolution());
        }
        if (last != null && failed && freshness.isRest(failedAt)) {
            return lastKnown(null);
        }
        return askOnce()
                .emitOn(backTo(Vertx.currentContext()))
                .map(Answer::resolution)
                .onFailure(failure -> !(failure instanceof SettingsRefused))
                .recoverWithUni(this::lastKnown);
    }

    /** The answer comes on the context of whoever asked first; database sessions are bound to one's own. */
    private static Executor backTo(Context own) {
        return own == null ? Runnable::run : task -> own.runOnContext(nothing -> task.run());
    }

    /** Whoever has heard of a newer change than who asked before does not take the answer to that. */
    private Uni<Answer> askOnce() {
        var underWay = asking.get();
        if (underWay != null) {
            return underWay;
        }
        Uni<Answer> mine = Uni.createFrom()
                .deferred(() -> ask.apply(hearing.newest()))
                .invoke(this::keep)
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

    private void keep(Answer answer) {
        known = answer;
        failed = false;
    }

    /** Whoever comes soon after it does not wait for the same again. */
    private void noteFailure() {
        failedAt = System.nanoTime();
        failed = true;
    }

    private Uni<Resolution> lastKnown(Throwable failure) {
        var last = known;
        if (last == null || freshness.isTooOld(last)) {
            return Uni.createFrom().failure(new SettingsUnavailable(failure));
        }
        staleAnswers.increment();
        return Uni.createFrom().item(last.resolution().stale(last.age()));
    }
}
