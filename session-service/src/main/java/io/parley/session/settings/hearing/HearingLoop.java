package io.parley.session.settings.hearing;

import java.io.IOException;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.parley.rest.tracing.Spans;

/** Hears of changed settings as long as the process lives; what it may have missed, it begins anew after. */
@ApplicationScoped
class HearingLoop {

    private final Hearing hearing;
    private final HearingConfig config;
    private final Map<String, Object> kafka;
    private final ObjectMapper json;
    private final Spans spans;
    private final Thread thread = new Thread(this::hear, "settings-hearing");
    private volatile SettingsTopic topic;
    private volatile boolean stopped;
    private boolean failed;

    HearingLoop(
            Hearing hearing,
            HearingConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectMapper json,
            Spans spans) {
        this.hearing = hearing;
        this.config = config;
        this.kafka = kafka;
        this.json = json;
        this.spans = spans;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        var open = topic;
        if (open != null) {
            open.wake();
        }
        thread.join(5_000);
    }

    private void hear() {
        while (!stopped) {
            try (var open = SettingsTopic.fromItsEnd(kafka, config.topic())) {
                topic = open;
                hearing.beginAnew();
                failed = false;
                hearAll(open);
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void hearAll(SettingsTopic open) {
        while (!stopped) {
            open.next(config.lookEvery()).forEach(this::hearTraced);
            var asked = System.nanoTime();
            if (open.isAtItsEnd()) {
                hearing.heardUpTo(asked);
            }
        }
    }

    private void hearTraced(ConsumerRecord<String, byte[]> event) {
        var span = spans.process(event, event.key());
        hear(event);
        span.end();
    }

    /** What cannot be read may be about anything. */
    private void hear(ConsumerRecord<String, byte[]> event) {
        try {
            hearing.hear(json.readValue(event.value(), Changed.class));
        } catch (IOException | IllegalArgumentException e) {
            Log.warnf("A changed setting cannot be read, everything is asked for anew: error=%s", e.getClass());
            hearing.beginAnew();
        }
    }

    private void pauseAfter(RuntimeException failure) {
        if (!failed && !stopped && !(failure instanceof SettingsTopic.Gap)) {
            Log.warnf("Changed settings cannot be heard of; they are asked for instead: error=%s", failure);
        }
        failed = true;
        try {
            Thread.sleep(config.lookEvery().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
