package io.parley.benchmarks.clocks;

import java.util.Collection;
import java.util.Locale;

/** How long things took, in milliseconds. */
record Percentiles(int many, double half, double ninety, double ninetyNine, double longest) {

    static Percentiles of(Collection<Double> took) {
        var sorted = took.stream().sorted().toList();
        int size = sorted.size();
        return new Percentiles(
                size,
                sorted.get(size / 2),
                sorted.get(size * 9 / 10),
                sorted.get(size * 99 / 100),
                sorted.get(size - 1));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, longest %.0f ms",
                many,
                half,
                ninety,
                ninetyNine,
                longest);
    }
}
