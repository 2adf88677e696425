package io.parley.benchmarks.settings;

import java.util.Arrays;
import java.util.Locale;

/** What durations were, as they are told. */
record Percentiles(long[] sortedNanos) {

    static Percentiles of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    double millis(double percent) {
        var place = (int) Math.ceil(percent / 100 * sortedNanos.length) - 1;
        return sortedNanos[Math.max(place, 0)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.2f ms, of %d",
                millis(50),
                millis(90),
                millis(99),
                millis(100),
                sortedNanos.length);
    }
}
