package io.parley.story.rolling;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How many requests of each kind were answered, and how long the slowest of them took. */
final class Count {

    private record Of(int number, long slowest) {
        Of and(Of other) {
            return new Of(number + other.number, Math.max(slowest, other.slowest));
        }
    }

    private final Map<String, Of> counted = new ConcurrentHashMap<>();

    void answered(String what, long nanos) {
        counted.merge(what, new Of(1, nanos), Of::and);
    }

    int all() {
        return counted.values().stream().mapToInt(Of::number).sum();
    }

    int of(String what) {
        return counted.getOrDefault(what, new Of(0, 0)).number();
    }

    Duration slowest(String what) {
        return Duration.ofNanos(counted.getOrDefault(what, new Of(0, 0)).slowest());
    }

    @Override
    public String toString() {
        return new TreeMap<>(counted)
                .entrySet().stream()
                        .map(one -> "%6d  slowest %5d ms  %s"
                                .formatted(
                                        one.getValue().number(), one.getValue().slowest() / 1_000_000, one.getKey()))
                        .collect(Collectors.joining("\n"));
    }
}
