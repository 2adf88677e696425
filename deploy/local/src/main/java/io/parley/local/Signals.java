package io.parley.local;

import java.util.concurrent.atomic.AtomicInteger;

import sun.misc.Signal;

/** Ctrl-C, and what a terminal or a system says when it wants us gone: once to stop, twice to stop at once. */
final class Signals {

    private static final int INTERRUPTED = 130;

    private Signals() {}

    /** From now on the first signal stops, and the second one kills and halts. */
    static void on(Runnable stop, Runnable kill) {
        var heard = new AtomicInteger();
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                Signal.handle(new Signal(name), signal -> {
                    if (heard.incrementAndGet() == 1) {
                        stop.run();
                    } else {
                        kill.run();
                        Runtime.getRuntime().halt(INTERRUPTED);
                    }
                });
            } catch (IllegalArgumentException unknownHere) {
                // Windows has no HUP.
            }
        }
    }
}
