package io.parley.benchmarks.clocks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** P10: how late clocks strike of which 500 are due in each second, by their claim and as a consumer of the events sees it. */
final class Punctuality {

    private static final int A_SECOND = 500;
    private static final int SECONDS = 30;
    private static final Duration APART = Duration.ofSeconds(1).dividedBy(A_SECOND);
    private static final Duration TO_MAKE_THEM = Duration.ofSeconds(20);
    private static final String EXPIRED = "parley.session.expired.v1";

    private final Installed installed;
    private final OpenSessions sessions;
    private final Map<UUID, Instant> arrived = new ConcurrentHashMap<>();
    private volatile boolean ended;

    Punctuality(Installed installed, OpenSessions sessions) {
        this.installed = installed;
        this.sessions = sessions;
    }

    void measure() throws Exception {
        var reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
        run(10);
        run(SECONDS);
        ended = true;
        reader.join();
    }

    private void run(int seconds) throws Exception {
        int many = A_SECOND * seconds;
        var first = Instant.now().plus(TO_MAKE_THEM);
        var mark = sessions.due(many, first, APART);
        Thread.sleep(Duration.between(Instant.now(), first).toMillis() + seconds * 1000L);
        var struck = sessions.awaitAll(mark, many);
        Thread.sleep(2_000);
        System.out.println("until the claim, "
                + Percentiles.of(struck.stream().map(OpenSessions.Struck::late).toList()));
        System.out.println("until the event is at a consumer, "
                + Percentiles.of(struck.stream()
                        .filter(one -> arrived.containsKey(one.session()))
                        .map(one -> Duration.between(one.due(), arrived.get(one.session()))
                                        .toNanos()
                                / 1e6)
                        .toList()));
    }

    private void read() {
        var config = new HashMap<String, Object>();
        config.put("bootstrap.servers", installed.broker());
        config.put("group.id", "clocks-" + UUID.randomUUID());
        config.put("auto.offset.reset", "latest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("parley.sessions"));
            while (!ended) {
                for (var record : consumer.poll(Duration.ofMillis(20))) {
                    var type = record.headers().lastHeader("ce_type");
                    if (type != null && EXPIRED.equals(new String(type.value(), StandardCharsets.UTF_8))) {
                        arrived.put(UUID.fromString(record.key()), Instant.now());
                    }
                }
            }
        }
    }
}
