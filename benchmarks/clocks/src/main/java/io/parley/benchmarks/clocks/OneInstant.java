package io.parley.benchmarks.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** P11: 100,000 due at one instant: how long until all have struck against db-scheduler, and what starts feel of it. */
final class OneInstant {

    private static final int MANY = 100_000;
    private static final Duration TO_MAKE_THEM = Duration.ofSeconds(90);

    private final OpenSessions sessions;
    private final NoOpTasks reference;
    private final Starts starts;

    OneInstant(OpenSessions sessions, NoOpTasks reference, Starts starts) {
        this.sessions = sessions;
        this.reference = reference;
        this.starts = starts;
    }

    void measure() throws Exception {
        starts.until(after(Duration.ofSeconds(15)));
        var alone = starts.until(after(Duration.ofSeconds(15)));
        System.out.println("starts alone, " + alone);
        double our = Expiries.seconds(sessions, MANY, TO_MAKE_THEM);
        double their = reference.seconds(MANY, Instant.now().plusSeconds(10));
        System.out.printf(Locale.ROOT, "%.1f s against %.1f s: %.2f%n", our, their, our / their);
        var meanwhile = meanwhile();
        System.out.println("starts meanwhile, " + meanwhile);
        System.out.printf(Locale.ROOT, "p99 of starts: %.2f times%n", meanwhile.ninetyNine() / alone.ninetyNine());
    }

    /** Of starts from the instant on, until the last has struck. */
    private Percentiles meanwhile() throws Exception {
        var due = Instant.now().plus(TO_MAKE_THEM);
        var mark = sessions.due(MANY, due, Duration.ZERO);
        Thread.sleep(Duration.between(Instant.now(), due).toMillis());
        return starts.until(CompletableFuture.supplyAsync(() -> awaitAll(mark)));
    }

    private Object awaitAll(String mark) {
        try {
            return sessions.awaitAll(mark, MANY);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<?> after(Duration time) {
        return new CompletableFuture<>().completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
