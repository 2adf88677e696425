package io.parley.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops what was started, last first, each part once and whatever the others do; after that nothing may start. */
public final class Stopping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Object hurry = new Object();
    private boolean asked;
    private Thread hurried;

    /** Remembers a part; it stops before those that were there already. One that comes too late stops at once. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        if (stopped.getCount() == 0) {
            stop(part);
            throw new Stopped();
        }
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        synchronized (hurry) {
            asked = true;
            if (hurried != null) {
                hurried.interrupt();
            }
        }
        synchronized (this) {
            while (!started.isEmpty()) {
                stop(started.pop());
            }
        }
        stopped.countDown();
    }

    boolean isAsked() {
        synchronized (hurry) {
            return asked;
        }
    }

    /** Does what takes long, and interrupts it when everything is to stop; nothing else is ever interrupted. */
    <T> T interruptibly(Supplier<T> work) {
        synchronized (hurry) {
            if (asked) {
                throw new Stopped();
            }
            hurried = Thread.currentThread();
        }
        try {
            return work.get();
        } finally {
            synchronized (hurry) {
                hurried = null;
                Thread.interrupted();
            }
        }
    }

    /** Waits until somebody has stopped everything. */
    void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not stop", part, e);
        }
    }

    /** The end came before the start was through. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
