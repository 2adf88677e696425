package io.parley.session.live.stream;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How many there are of each. */
final class Tally<K> {

    private final Map<K, Integer> counts = new ConcurrentHashMap<>();

    void add(K one) {
        counts.merge(one, 1, Integer::sum);
    }

    void remove(K one) {
        counts.computeIfPresent(one, (key, count) -> count == 1 ? null : count - 1);
    }

    int count(K one) {
        return counts.getOrDefault(one, 0);
    }

    Set<K> all() {
        return Set.copyOf(counts.keySet());
    }
}
