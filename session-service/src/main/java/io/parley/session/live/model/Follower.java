package io.parley.session.live.model;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a reader that does not wait for the horizon has seen of the timeline, and which positions it passed by: their
 * transactions are under way, or were rolled back.
 */
public final class Follower {

    // After an accident of the database many positions may be lost at once; none of the old ones is live.
    private static final long MOST_MISSING = 10_000;

    private long seen;
    private final TreeSet<Long> missing = new TreeSet<>();

    /** Everything up to here needs not be read. */
    public void skipTo(long position) {
        seen = position;
        missing.clear();
    }

    /** @param positions that were found, ascending */
    public void found(List<Long> positions) {
        for (long position : positions) {
            if (!missing.remove(position) && position > seen) {
                for (long passed = Math.max(seen + 1, position - MOST_MISSING); passed < position; passed++) {
                    missing.add(passed);
                }
                seen = position;
            }
        }
        while (missing.size() > MOST_MISSING) {
            missing.pollFirst();
        }
    }

    /** What is missing at or below the horizon, after it was read, does not exist. */
    public void forget(long horizon) {
        missing.headSet(horizon, true).clear();
        seen = Math.max(seen, horizon);
    }

    public long seen() {
        return seen;
    }

    public Collection<Long> missing() {
        return List.copyOf(missing);
    }

    /** Whoever reads on from here misses nothing; some of it may come twice. */
    public long resume() {
        return missing.isEmpty() ? seen : missing.first() - 1;
    }
}
