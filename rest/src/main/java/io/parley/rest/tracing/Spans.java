package io.parley.rest.tracing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The spans that are ours: of records, of handovers, of clocks. Names are constants, attributes ids and words of the
 * code; whoever begins one ends it.
 */
@ApplicationScoped
public class Spans {

    private final Tracer tracer;

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Something that nobody asked for: it begins a trace. */
    public Span begin(String name) {
        return tracer.spanBuilder(name).setNoParent().startSpan();
    }

    /**
     * What follows from something, wherever that was. Nobody needs to know of what follows from something that is not
     * recorded: then it is that something itself.
     *
     * @param traceparent of what it follows from, as {@link Traceparent} writes it; null begins a trace
     */
    public Span after(String traceparent, String name, SpanKind kind) {
        var parent = Traceparent.read(traceparent);
        var before = Span.fromContext(parent);
        return before.getSpanContext().isValid() && !before.getSpanContext().isSampled()
                ? before
                : tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
    }

    /** From the record's being given to the broker until the broker has it. */
    public Span publish(String topic, String traceparent, String key, UUID event) {
        return record("publish", topic, SpanKind.PRODUCER, traceparent, key, event.toString());
    }

    /** From a record's being read until its work is committed. */
    public Span process(String topic, String traceparent, String key, UUID event) {
        return record("process", topic, SpanKind.CONSUMER, traceparent, key, event.toString());
    }

    /** The same of one that was read as it is, whatever it holds. */
    public Span process(ConsumerRecord<?, ?> record, String key) {
        var id = record.headers().lastHeader("ce_id");
        var event = id == null || id.value() == null ? null : new String(id.value(), StandardCharsets.UTF_8);
        return record("process", record.topic(), SpanKind.CONSUMER, Traceparent.of(record.headers()), key, event);
    }

    /** Ends the span with the work, however that ends. */
    public static <T> Uni<T> during(Span span, Uni<T> work) {
        return work.onTermination().invoke((done, failure, cancelled) -> end(span, failure));
    }

    /** @param failure null if there was none */
    public static void end(Span span, Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getName());
        }
        span.end();
    }

    private Span record(String verb, String topic, SpanKind kind, String traceparent, String key, String event) {
        var span = after(traceparent, verb + " " + topic, kind);
        return span.isRecording()
                ? span.setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.destination.name", topic)
                        .setAttribute("messaging.operation.type", verb.equals("publish") ? "send" : verb)
                        .setAttribute("messaging.kafka.message.key", key)
                        .setAttribute("messaging.message.id", event)
                : span;
    }
}
