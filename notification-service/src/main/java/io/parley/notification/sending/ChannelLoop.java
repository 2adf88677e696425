package io.parley.notification.sending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import io.parley.notification.message.model.Channel;

/**
 * Sends what is due on one channel: claims as many as there is room for, hands them over side by side, and writes
 * down together what ended meanwhile.
 *
 * <p>All of it runs on one event loop, so nothing here needs a lock.
 */
final class ChannelLoop {

    private static final long PAUSE_AFTER_FAILURE = 500;

    private final Channel channel;
    private final Vertx vertx;
    private final Context context;
    private final Leases leases;
    private final HandOver handOver;
    private final SendingConfig config;
    private final SendingMetrics metrics;

    private final Map<String, InHand> inHand = new LinkedHashMap<>();
    private final Map<String, Gate> gates = new HashMap<>();
    private List<Finished> finished = new ArrayList<>();
    private boolean claiming;
    private boolean again;
    private boolean writing;
    private boolean stopped;
    private Runnable whenEmpty = () -> {};

    ChannelLoop(
            Channel channel,
            Vertx vertx,
            Leases leases,
            HandOver handOver,
            SendingConfig config,
            SendingMetrics metrics) {
        this.channel = channel;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.leases = leases;
        this.handOver = handOver;
        this.config = config;
        this.metrics = metrics;
    }

    void start() {
        vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
        vertx.setPeriodic(config.renewEvery().toMillis(), timer -> context.runOnContext(nothing -> renew()));
    }

    void wake() {
        context.runOnContext(nothing -> claim());
    }

    /** Claims nothing more, hands back what has not begun; tells when all that is in hand is written down. */
    void stop(Runnable done) {
        context.runOnContext(nothing -> {
            stopped = true;
            whenEmpty = done;
            gates.values().forEach(Gate::open);
            tellWhenEmpty();
        });
    }

    private void claim() {
        again = true;
        var room = config.window() - inHand.size();
        if (claiming || stopped || room <= 0) {
            return;
        }
        claiming = true;
        again = false;
        leases.claim(channel, room).subscribe().with(claim -> onLoop(() -> claimed(claim, room)), this::claimFailed);
    }

    private void claimed(Leases.Claim claim, int room) {
        claiming = false;
        claim.taken().forEach(stopped ? this::handBack : this::handOver);
        if (again || claim.due() == room) {
            claim();
        }
        tellWhenEmpty();
    }

    private void claimFailed(Throwable failure) {
        if (!stopped) {
            Log.warnf("Due messages can't be claimed: channel=%s error=%s", channel, failure.toString());
        }
        vertx.setTimer(
                PAUSE_AFTER_FAILURE,
                timer -> onLoop(() -> {
                    claiming = false;
                    tellWhenEmpty();
                }));
    }

    private void handOver(InHand message) {
        inHand.put(message.key(), message);
        var gateway = message.gateway();
        var gate = gates.computeIfAbsent(gateway.name(), name -> new Gate(gateway.connections()));
        // As it is by then: its lease may have been renewed while it waited
        gate.enter(() -> begin(inHand.get(message.key()), gate));
    }

    private void handBack(InHand message) {
        inHand.put(message.key(), message);
        finished.add(Finished.untried(message));
        write();
    }

    private void begin(InHand message, Gate gate) {
        if (stopped) {
            gate.leave();
            handBack(message);
            return;
        }
        var started = System.nanoTime();
        handOver.handOver(message)
                .subscribe()
                .with(ended -> onLoop(() -> {
                    metrics.handedOver(ended, System.nanoTime() - started);
                    gate.leave();
                    finished.add(ended);
                    write();
                }));
    }

    /** While one write is under way the next ones gather. */
    private void write() {
        if (writing || finished.isEmpty()) {
            return;
        }
        writing = true;
        var batch = finished;
        finished = new ArrayList<>();
        leases.finish(batch)
                .subscribe()
                .with(
                        moves -> onLoop(() -> {
                            metrics.written(batch, moves);
                            written(batch);
                        }),
                        failure -> writeFailed(batch, failure));
    }

    private void written(List<Finished> batch) {
        writing = false;
        batch.forEach(one -> inHand.remove(one.message().key()));
        write();
        claim();
        tellWhenEmpty();
    }

    /** The leases hold as long as this goes on, so nobody else repeats what was handed over. */
    private void writeFailed(List<Finished> batch, Throwable failure) {
        if (stopped) {
            Log.warnf("Ended handovers are left to another replica: channel=%s error=%s", channel, failure.toString());
            whenEmpty.run();
            return;
        }
        Log.warnf("Ended handovers can't be written down yet: channel=%s error=%s", channel, failure.toString());
        vertx.setTimer(
                PAUSE_AFTER_FAILURE,
                timer -> onLoop(() -> {
                    writing = false;
                    finished.addAll(batch);
                    write();
                }));
    }

    private void renew() {
        if (inHand.isEmpty()) {
            return;
        }
        var until = System.nanoTime() + config.lease().toNanos();
        leases.renew(List.copyOf(inHand.values()))
                .subscribe()
                .with(
                        ours -> onLoop(() ->
                                ours.forEach(key -> inHand.computeIfPresent(key, (same, one) -> one.renewed(until)))),
                        failure ->
                                Log.warnf("Leases can't be renewed: channel=%s error=%s", channel, failure.toString()));
    }

    private void tellWhenEmpty() {
        if (stopped && !claiming && inHand.isEmpty()) {
            whenEmpty.run();
        }
    }

    private void onLoop(Runnable work) {
        context.runOnContext(nothing -> work.run());
    }
}
