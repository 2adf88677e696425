package io.parley.local.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.parley.local.CannotStart;
import io.parley.local.Progress;

/**
 * Keeps one service alive: a death at its first start is told and final, a later one is answered by a new start, each
 * time after a longer pause.
 */
final class ServiceProcess {

    private static final Duration SLOWEST_START = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final Duration STABLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int TOLD_LINES = 30;

    private final ServiceCommand command;
    private final Readiness readiness;
    private final Progress progress;
    private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Process process;

    ServiceProcess(ServiceCommand command, Readiness readiness, Progress progress) {
        this.command = command;
        this.readiness = readiness;
        this.progress = progress;
    }

    /** Starts it; the future tells when it is ready for the first time, or why it never was. */
    CompletableFuture<Void> start() {
        var thread = new Thread(this::keepAlive, name());
        thread.setDaemon(true);
        thread.start();
        return firstStart;
    }

    void askToStop() {
        stopping.countDown();
        synchronized (this) {
            if (process != null) {
                process.destroy();
            }
        }
    }

    /** Waits for the end that was asked for, and forces it when it does not come. */
    void awaitStop(Duration patience) {
        try {
            Process last = last();
            if (last != null && !last.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.say("  " + name() + " does not stop by itself and is killed");
                last.destroyForcibly().waitFor();
            }
            command.files().forget(name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process last() {
        return process;
    }

    private void keepAlive() {
        Duration pause = Duration.ofSeconds(1);
        try {
            while (spawn()) {
                long started = System.nanoTime();
                if (becomesReady(started)) {
                    tellReady(since(started));
                }
                int exit = process.waitFor();
                if (stopping.getCount() == 0 || failedAtFirst(exit)) {
                    return;
                }
                pause = since(started).compareTo(STABLE) > 0 ? Duration.ofSeconds(1) : pause;
                progress.say("%s ended (exit code %d) and is started again in %d s"
                        .formatted(name(), exit, pause.toSeconds()));
                stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            firstStart.completeExceptionally(new CannotStart(name() + " cannot be started: " + e, e));
        }
    }

    private synchronized boolean spawn() {
        if (stopping.getCount() == 0) {
            return false;
        }
        process = command.start();
        return true;
    }

    private boolean becomesReady(long started) throws InterruptedException {
        while (process.isAlive() && stopping.getCount() > 0) {
            if (readiness.isReady()) {
                return true;
            }
            if (since(started).compareTo(SLOWEST_START) > 0) {
                firstStart.completeExceptionally(told("is not ready after " + SLOWEST_START.toSeconds() + " s"));
                return false;
            }
            process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private void tellReady(Duration took) {
        if (!firstStart.complete(null)) {
            progress.say(name() + " is ready again");
        } else {
            progress.ready(name(), took);
        }
    }

    private boolean failedAtFirst(int exit) {
        return firstStart.completeExceptionally(told("ended at its start with exit code " + exit))
                || firstStart.isCompletedExceptionally();
    }

    private CannotStart told(String what) {
        return new CannotStart("%s %s. The end of %s:\n\n%s"
                .formatted(name(), what, command.log(), LogTail.of(command.log(), TOLD_LINES)));
    }

    private String name() {
        return command.name();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
