package io.parley.rest.tracing;

import java.net.URI;
import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/**
 * What is traced, and how it leaves. With no collector nothing is recorded; requests and events have their trace ids all
 * the same, so that logs can be read together (docs/adr/0022).
 */
class Tracing {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Sampler sampler(TracingConfig config) {
        return config.endpoint().isEmpty()
                ? Sampler.alwaysOff()
                : Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio()));
    }

    @Produces
    @Singleton
    SpanProcessor export(TracingConfig config) {
        return config.endpoint().map(Tracing::batches).orElseGet(SpanProcessor::composite);
    }

    private static SpanProcessor batches(URI endpoint) {
        SpanExporter otlp = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(PATIENCE)
                .setConnectTimeout(PATIENCE)
                .build();
        return BatchSpanProcessor.builder(new DiscreetExporter(otlp))
                .setScheduleDelay(EVERY)
                .setExporterTimeout(PATIENCE)
                .build();
    }
}
