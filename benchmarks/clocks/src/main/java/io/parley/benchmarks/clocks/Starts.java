package io.parley.benchmarks.clocks;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Sessions that are started at a steady rate, whatever becomes of those before: each is timed from when it was its turn. */
final class Starts {

    private static final int A_SECOND = 50;
    private static final long APART = 1_000_000_000L / A_SECOND;

    private final Installed installed;
    private final String token;

    Starts(Installed installed) throws Exception {
        this.installed = installed;
        this.token = installed.token();
    }

    /** Starts until this is done. */
    Percentiles until(CompletableFuture<?> done) {
        Queue<Double> took = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (long turn = System.nanoTime(); !done.isDone(); turn += APART) {
            while (System.nanoTime() < turn) {
                LockSupport.parkNanos(turn - System.nanoTime());
            }
            asked.add(start(turn, took));
        }
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).join();
        return Percentiles.of(took);
    }

    private CompletableFuture<?> start(long turn, Queue<Double> took) {
        return Installed.HTTP
                .sendAsync(installed.start(token, turn), HttpResponse.BodyHandlers.discarding())
                .thenAccept(answer -> {
                    if (answer.statusCode() != 201) {
                        throw new IllegalStateException("A start was answered with " + answer.statusCode());
                    }
                    took.add((System.nanoTime() - turn) / 1e6);
                });
    }
}
