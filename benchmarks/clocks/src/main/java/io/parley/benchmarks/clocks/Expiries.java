package io.parley.benchmarks.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;

/**
 * P9: expiries, each with its state, timeline and event committed and while the relay publishes them, against
 * db-scheduler's no-op tasks: so many due at one instant, in turn, the median of the ratios of the rounds.
 */
final class Expiries {

    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;
    private static final int MANY = 20_000;
    private static final Duration TO_MAKE_THEM = Duration.ofSeconds(30);

    private final OpenSessions sessions;
    private final NoOpTasks reference;

    Expiries(OpenSessions sessions, NoOpTasks reference) {
        this.sessions = sessions;
        this.reference = reference;
    }

    void measure() throws Exception {
        var ratios = new ArrayList<Double>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double our = MANY / seconds(sessions, MANY, TO_MAKE_THEM);
            double their = MANY / reference.seconds(MANY, Instant.now().plusSeconds(5));
            System.out.printf(
                    Locale.ROOT,
                    "%s%.0f/s against %.0f/s: %.2f%n",
                    round < 0 ? "warm-up: " : "",
                    our,
                    their,
                    our / their);
            if (round >= 0) {
                ratios.add(our / their);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "median of the ratios: %.2f%n",
                ratios.stream().sorted().toList().get(ROUNDS / 2));
    }

    /** From when they are due until the last has struck. */
    static double seconds(OpenSessions sessions, int many, Duration toMakeThem) throws Exception {
        var due = Instant.now().plus(toMakeThem);
        var mark = sessions.due(many, due, Duration.ZERO);
        Thread.sleep(Duration.between(Instant.now(), due).toMillis() + 1);
        return sessions.awaitAll(mark, many).stream()
                        .mapToDouble(OpenSessions.Struck::late)
                        .max()
                        .orElseThrow()
                / 1000;
    }
}
