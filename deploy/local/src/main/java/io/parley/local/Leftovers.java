package io.parley.local;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.parley.local.database.StalePostmaster;
import io.parley.local.service.ProcessFiles;

/** Processes of an earlier run whose launcher was killed. */
record Leftovers(ProcessFiles services, StalePostmaster database) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;

    /** Stops them, services first, and tells of each. */
    void stop(Consumer<String> tell) {
        for (ProcessFiles.Left left : services.left()) {
            tell.accept("  stopping %s of an earlier run (process %d)"
                    .formatted(left.name(), left.process().pid()));
            left.process().destroy();
        }
        services.left().forEach(left -> awaitEnd(left.process()));
        database.running()
                .ifPresent(process ->
                        tell.accept("  stopping PostgreSQL of an earlier run (process %d)".formatted(process.pid())));
        database.stop();
    }

    /** After all else has stopped: what a failure on the way has lost sight of. */
    @Override
    public void close() {
        stop(left -> {});
    }

    /** Ends them at once, whatever they are at. */
    void kill() {
        services.left().forEach(left -> left.process().destroyForcibly());
        database.kill();
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillThere) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
