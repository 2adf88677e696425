package io.parley.notification.sending;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

import io.parley.notification.message.DueSignal;
import io.parley.notification.message.model.Channel;

import static java.util.Arrays.stream;
import static java.util.stream.Collectors.toList;

/** One loop per channel, from the service's start to its stop; a stop lets running handovers end. */
@ApplicationScoped
class SendingLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final List<ChannelLoop> loops;

    SendingLoop(
            Vertx vertx,
            Leases leases,
            HandOver handOver,
            SendingConfig config,
            SendingMetrics metrics,
            DueSignal signal) {
        this.loops = stream(Channel.values())
                .map(channel ->
                        loop(new ChannelLoop(channel, vertx, leases, handOver, config, metrics), channel, signal))
                .collect(toList());
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(ChannelLoop::start);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        var running = new CountDownLatch(loops.size());
        loops.forEach(loop -> loop.stop(running::countDown));
        if (!running.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            Log.warn("Stopped in the middle of handovers; another replica repeats them when the leases end");
        }
    }

    private static ChannelLoop loop(ChannelLoop loop, Channel channel, DueSignal signal) {
        signal.onWake(channel, loop::wake);
        return loop;
    }
}
