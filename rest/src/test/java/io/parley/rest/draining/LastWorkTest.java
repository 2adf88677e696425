package io.parley.rest.draining;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LastWorkTest {

    private final LastWork lastWork = new LastWork();

    @Test
    void onceTheReplicaStopsNothingBeginsAndNothingIsAnswered() throws Exception {
        var begun = new AtomicBoolean();
        lastWork.stop(new ShutdownEvent());

        var answer = lastWork.begin(() -> Uni.createFrom().item(() -> begun.getAndSet(true)))
                .subscribeAsCompletionStage();

        assertThat(begun).isFalse();
        assertThat(answer).isNotDone();
    }

    @Test
    void aStopWaitsForWhatIsUnderWay() throws Exception {
        var work = new CompletableFuture<String>();
        var answer =
                lastWork.begin(() -> Uni.createFrom().completionStage(work)).subscribeAsCompletionStage();
        var stop = CompletableFuture.runAsync(this::stop);

        assertThat(stop).isNotDone();
        work.complete("done");
        stop.join();

        assertThat(answer).isCompletedWithValue("done");
    }

    @Test
    void aStopOfWhoIsIdleWaitsForNothing() throws Exception {
        lastWork.begin(() -> Uni.createFrom().item("done")).await().indefinitely();

        lastWork.stop(new ShutdownEvent());
    }

    private void stop() {
        try {
            lastWork.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
