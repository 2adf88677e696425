package io.parley.teamsettings.resolution;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Committed;

/**
 * Knows the revision of the newest change, never older than the set bound; after a change of this very replica it looks
 * again. Counts by the process's own steady clock from before the look, so that a process that slept distrusts itself.
 */
@ApplicationScoped
class NewestChange {

    private record Seen(long revision, long lookedAt, long doubts) {}

    private final NewChanges changes;
    private final ResolutionConfig config;
    private final AtomicLong doubts = new AtomicLong();
    private volatile Seen seen = new Seen(-1, 0, -1);

    NewestChange(NewChanges changes, ResolutionConfig config) {
        this.changes = changes;
        this.config = config;
    }

    /** @param known a change that the one who asks has heard of already */
    Uni<Long> revision(long known) {
        var last = seen;
        return last.revision() >= known && isTrusted(last) ? Uni.createFrom().item(last.revision()) : look();
    }

    Uni<Long> look() {
        var lookedAt = System.nanoTime();
        var doubtsBefore = doubts.get();
        return changes.since(seen.revision()).map(revision -> keep(new Seen(revision, lookedAt, doubtsBefore)));
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
        return last.doubts() == doubts.get()
                && System.nanoTime() - last.lookedAt() < config.trustFor().toNanos();
    }
}
