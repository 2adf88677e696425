package io.parley.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A database server that outlived its launcher, known by the file that PostgreSQL itself keeps in its data. */
public record StalePostmaster(Path data) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The server that runs on this data, if one does. */
    public Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(this::isPostgres);
    }

    /** Stops the server as Ctrl-C would, clients or not; whether there was one. */
    public boolean stop() {
        Optional<ProcessHandle> server = running();
        server.ifPresent(process -> {
            signal(process, "INT");
            if (!ends(process)) {
                signal(process, "QUIT");
                ends(process);
            }
        });
        forget();
        return server.isPresent();
    }

    /** Ends it within moments; the next start recovers. */
    public void kill() {
        running().ifPresent(process -> signal(process, "QUIT"));
    }

    /** A file whose process is gone would keep the next server from starting once its number is used again. */
    private void forget() {
        try {
            if (running().isEmpty()) {
                Files.deleteIfExists(file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }

    private Optional<Long> pid() {
        try {
            return Files.exists(file())
                    ? Files.readAllLines(file()).stream().findFirst().map(line -> Long.parseLong(line.strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException torn) {
            return Optional.empty();
        }
    }

    private boolean isPostgres(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException noKillHere) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
