package io.parley.notification.gateway.smpp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Since when receipts have come under references that nobody knows. A replica that starts anew is patient anew. */
final class UnknownReferences {

    /** Each costs seconds of look-ups: more of them than this do not come in an hour. */
    private static final int MOST = 10_000;

    private final long patience;
    private final Map<String, Long> since = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    UnknownReferences(Duration patience) {
        this.patience = patience.toNanos();
    }

    /**
     * Whether it was first seen so long ago that the end of its handover cannot be under way any more.
     *
     * @param now nanoseconds of a clock that only ever rises
     */
    synchronized boolean hasHadItsTime(String reference, long now) {
        return now - since.computeIfAbsent(reference, first -> now) > patience;
    }

    synchronized void forget(String reference) {
        since.remove(reference);
    }
}
