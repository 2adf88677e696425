package io.parley.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells the terminal what is being done and how long it took; whole lines, whoever else speaks. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Does one step and says how long it took. */
    <T> T step(String what, Supplier<T> step) {
        long before = System.nanoTime();
        T result = step.get();
        ready(what, Duration.ofNanos(System.nanoTime() - before));
        return result;
    }

    public void ready(String what, Duration took) {
        say(String.format(Locale.ROOT, "  %-24s ready after %4.1f s", what, took.toMillis() / 1000.0));
    }
}
