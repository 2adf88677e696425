package io.parley.rest.draining;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Work that comes in from outside without being asked for, such as consumed events: once the replica stops none begins any
 * more, and what is under way ends while the database is still there.
 */
@ApplicationScoped
public class LastWork {

    private static final Logger LOG = Logger.getLogger(LastWork.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final AtomicInteger underWay = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    /** Of a replica that stops nothing comes any more: neither an item nor a failure; somebody else has to do it. */
    public <T> Uni<T> begin(Supplier<Uni<T>> work) {
        underWay.incrementAndGet();
        if (stopping) {
            end();
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom().deferred(work::get).onTermination().invoke(this::end);
    }

    private void end() {
        if (underWay.decrementAndGet() == 0 && stopping) {
            ended.countDown();
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (underWay.get() > 0 && !ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Consuming is cut off in the middle; another replica consumes it again");
        }
    }
}
