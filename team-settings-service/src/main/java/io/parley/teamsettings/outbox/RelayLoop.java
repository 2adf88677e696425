package io.parley.teamsettings.outbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;

import io.parley.teamsettings.change.Committed;

/** Relays as long as the process lives: at once after a change of this replica, and now and then what others left. */
@ApplicationScoped
class RelayLoop {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final RelayEvents events;
    private final OutboxConfig config;
    private final UnicastProcessor<Long> wakes = UnicastProcessor.create();
    private Cancellable relaying = () -> {};
    private volatile CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
    private volatile boolean stopping;
    private boolean failed;

    RelayLoop(RelayEvents events, OutboxConfig config) {
        this.events = events;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        var ticks = Multi.createFrom()
                .ticks()
                .every(config.lookEvery())
                .onOverflow()
                .drop();
        relaying = Multi.createBy()
                .merging()
                .streams(ticks, wakes)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(any -> relay())
                .subscribe()
                .with(sent -> {});
    }

    /** What the broker has must be forgotten while the database is there: else the next one sends it again. */
    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        try {
            underWay.get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Log.warn("Relaying is cut off in the middle; another replica repeats what was not written down");
        }
        relaying.cancel();
    }

    void onCommitted(@Observes Committed committed) {
        wakes.serialized().onNext(0L);
    }

    private Uni<Integer> relay() {
        if (stopping) {
            return Uni.createFrom().item(0);
        }
        var round = new CompletableFuture<Void>();
        underWay = round;
        return events.relay()
                .onTermination()
                .invoke(() -> round.complete(null))
                .invoke(sent -> failed = false)
                .onFailure()
                .invoke(this::missed)
                .onFailure()
                .recoverWithUni(Uni.createFrom().item(0).onItem().delayIt().by(PAUSE));
    }

    private void missed(Throwable failure) {
        if (!failed) {
            Log.warnf("Events wait in the outbox, the relay goes on trying: error=%s", failure);
        }
        failed = true;
    }
}
