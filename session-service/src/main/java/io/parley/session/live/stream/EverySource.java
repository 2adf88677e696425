package io.parley.session.live.stream;

import java.util.ArrayList;
import java.util.List;

import io.smallrye.mutiny.Uni;

import io.parley.session.access.Caller;

/** The lines of the stream of all sessions that a caller may see: what was missed, then what comes in. */
public final class EverySource implements Source {

    private static final int BATCH = 200;
    // Who was away for longer reads the lists anew; that is less than reading all that has happened.
    private static final int MOST_MISSED = 2000;

    private final Caller caller;
    private final Entries entries;
    private final Ring ring;
    private final long after;
    private final String opening;
    private boolean begun;
    private long next;
    private volatile boolean more;

    /** @param after the position that the reader knows */
    public EverySource(Caller caller, String opening, long after, Entries entries, Ring ring) {
        this.caller = caller;
        this.opening = opening;
        this.after = after;
        this.entries = entries;
        this.ring = ring;
        this.next = ring.end();
    }

    @Override
    public void hear(News news) {
        // It is in the ring.
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    @Override
    public Uni<Told> news() {
        if (begun) {
            return Uni.createFrom().item(this::fromRing);
        }
        begun = true;
        more = true;
        return entries.after(after, MOST_MISSED).map(this::missed);
    }

    private Told missed(List<Change> changes) {
        var lines = new ArrayList<>(List.of(opening));
        if (changes.size() == MOST_MISSED) {
            lines.add(Line.of("reset", "{}"));
        } else {
            changes.stream()
                    .filter(change -> change.isFor(caller))
                    .map(News::line)
                    .forEach(lines::add);
        }
        return Told.of(lines);
    }

    private Told fromRing() {
        var some = ring.from(next, BATCH);
        if (some == null) {
            return new Told(List.of(), Bye.BEHIND);
        }
        next += some.size();
        more = some.size() == BATCH;
        return Told.of(
                some.stream().filter(news -> news.isFor(caller)).map(News::line).toList());
    }
}
