package io.parley.local.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A database whose server is started again when it dies, as often as it takes. */
public final class WatchedDatabase implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final StalePostmaster postmaster;
    private final Supplier<Database> start;
    private final Consumer<String> tell;
    private Database current;
    private boolean closing;

    private WatchedDatabase(Path data, Supplier<Database> start, Consumer<String> tell) {
        this.postmaster = new StalePostmaster(data);
        this.start = start;
        this.tell = tell;
    }

    /** Starts the database; a death later on is told in words. */
    public static WatchedDatabase start(Path data, Supplier<Database> start, Consumer<String> tell) {
        var watched = new WatchedDatabase(data, start, tell);
        watched.startAndWatch();
        return watched;
    }

    @Override
    public synchronized void close() {
        closing = true;
        current.close();
    }

    private synchronized void startAndWatch() {
        current = start.get();
        postmaster.running().ifPresent(server -> server.onExit().thenRun(this::startAgain));
    }

    private synchronized void startAgain() {
        if (closing) {
            return;
        }
        tell.accept("PostgreSQL ended and is started again");
        // Its server is gone; what is closed is the hold on the folder.
        current.close();
        tryAgain();
    }

    private synchronized void tryAgain() {
        if (closing) {
            return;
        }
        try {
            startAndWatch();
            tell.accept("PostgreSQL is ready again");
        } catch (RuntimeException stillHeld) {
            // Until the last of the old server's children is gone, its memory keeps a new one from starting.
            Executor later =
                    CompletableFuture.delayedExecutor(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
            CompletableFuture.runAsync(this::tryAgain, later);
        }
    }
}
