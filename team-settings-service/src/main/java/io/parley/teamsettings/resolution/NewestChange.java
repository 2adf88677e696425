package io.parley.teamsettings.resolution;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import io.parley.teamsettings.change.Committed;

/**
 * Knows the revision of the newest change, never older than the set bound; after a change of this very replica it looks
 * again. Counts by the process's own steady clock from before the look, so that a process that slept distrusts itself.
 */
@ApplicationScoped
class NewestChange {

    /** A look that is not answered yet, and the doubts that it will have settled. */
    private record Look(long lookedAt, long doubts, Uni<Long> revision) {}

    private record Seen(long revision, long lookedAt, long doubts) {}

    private final NewChanges changes;
    private final ResolutionConfig config;
    private final AtomicLong doubts = new AtomicLong();
    private final AtomicReference<Look> underWay = new AtomicReference<>();
    private volatile Seen seen = new Seen(-1, 0, -1);

    NewestChange(NewChanges changes, ResolutionConfig config) {
        this.changes = changes;
        this.config = config;
    }

    /** @param known a change that the one who asks has heard of already */
    Uni<Long> revision(long known) {
        var last = seen;
        return last.revision() >= known && isTrusted(last)
                ? Uni.createFrom().item(last.revision())
                : look().chain(revision -> revision >= known ? Uni.createFrom().item(revision) : look());
    }

    /** One look at a time, for all who wait; a busy replica would else drown in looks that all come too late. */
    Uni<Long> look() {
        var last = underWay.get();
        if (last != null && last.doubts() == doubts.get() && isYoung(last.lookedAt())) {
            return last.revision().emitOn(backTo(Vertx.currentContext()));
        }
        var mine = begin();
        underWay.set(mine);
        return mine.revision().emitOn(backTo(Vertx.currentContext()));
    }

    private Look begin() {
        var lookedAt = System.nanoTime();
        var doubtsBefore = doubts.get();
        var revision = Uni.createFrom()
                .deferred(() -> changes.since(seen.revision()))
                .map(newest -> keep(new Seen(newest, lookedAt, doubtsBefore)))
                .onTermination()
                .invoke(() -> underWay.updateAndGet(look -> isThis(look, lookedAt) ? null : look))
                .memoize()
                .indefinitely();
        return new Look(lookedAt, doubtsBefore, revision);
    }

    private static boolean isThis(Look look, long lookedAt) {
        return look != null && look.lookedAt() == lookedAt;
    }

    private boolean isYoung(long lookedAt) {
        return System.nanoTime() - lookedAt < config.trustFor().toNanos();
    }

    private static Executor backTo(Context own) {
        return own == null ? Runnable::run : task -> own.runOnContext(nothing -> task.run());
    }

    void onCommitted(@Observes Committed committed) {
        doubts.incrementAndGet();
    }

    /** Looks may overlap: of two, the one that began later is kept, and revisions never go back. */
    private synchronized long keep(Seen now) {
        if (seen.doubts() < 0 || now.lookedAt() - seen.lookedAt() >= 0) {
            seen = new Seen(Math.max(now.revision(), seen.revision()), now.lookedAt(), now.doubts());
        }
        return Math.max(now.revision(), seen.revision());
    }

    private boolean isTrusted(Seen last) {
        return last.doubts() == doubts.get() && isYoung(last.lookedAt());
    }
}
