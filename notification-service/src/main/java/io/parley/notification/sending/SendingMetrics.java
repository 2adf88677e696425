package io.parley.notification.sending;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.parley.notification.message.Move;
import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.StateName;

/** What operators see of the sending: how it went at each gateway, and how long messages took from the request. */
@ApplicationScoped
class SendingMetrics {

    /** From a relay next door to one that is as slow as our patience. */
    private static final Duration[] BUCKETS = IntStream.of(
                    10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    /** What the objective of docs/operating/metrics.md counts by. */
    private static final Duration PROMISED = Duration.ofSeconds(30);

    private final MeterRegistry registry;
    private final Map<List<String>, Timer> handovers = new ConcurrentHashMap<>();
    private final Map<Channel, Timer> requests = new ConcurrentHashMap<>();

    SendingMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void handedOver(Finished finished, long nanos) {
        if (finished.handover() == null) {
            return;
        }
        handovers
                .computeIfAbsent(
                        List.of(
                                finished.message().gateway().name(),
                                finished.handover().result().name()),
                        this::handover)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer handover(List<String> gatewayAndResult) {
        return Timer.builder("parley.handover")
                .description("Handovers to a gateway by result")
                .tag("gateway", gatewayAndResult.get(0))
                .tag("result", gatewayAndResult.get(1).toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void written(List<Finished> batch, List<Move> moves) {
        moves.stream().filter(move -> move.to().name() == StateName.SENT).forEach(this::sent);
        var lost = batch.size() - moves.size();
        if (lost > 0) {
            registry.counter("parley.leases.lost").increment(lost);
        }
    }

    private void sent(Move move) {
        requests.computeIfAbsent(move.from().channel(), this::request)
                .record(Duration.between(move.from().requestedAt(), move.from().now()));
    }

    private Timer request(Channel channel) {
        return Timer.builder("parley.request.to.handover")
                .description("From the commit of the request to the gateway's answer")
                .tag("channel", channel.name())
                .publishPercentileHistogram()
                .serviceLevelObjectives(PROMISED)
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
    }
}
