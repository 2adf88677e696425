package io.parley.rest.tracing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A place in a trace as text, so that it can wait in a row or travel as a header: {@code 00-<trace>-<span>-<flags>} of
 * <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>.
 */
public final class Traceparent {

    /** Of the header, and of the column. */
    public static final String NAME = "traceparent";

    private static final TextMapGetter<String> ITSELF = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String text) {
            return List.of(NAME);
        }

        @Override
        public String get(String text, String name) {
            return NAME.equals(name) ? text : null;
        }
    };

    private Traceparent() {}

    /** Of what is going on here and now; null where that is part of no trace. */
    public static String current() {
        return of(Span.current().getSpanContext());
    }

    public static String of(Span span) {
        return of(span.getSpanContext());
    }

    /** Of a record that was read; null where it has none. */
    public static String of(Headers headers) {
        var header = headers.lastHeader(NAME);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** As the record that is sent has it. */
    public static RecordHeader header(String traceparent) {
        return new RecordHeader(NAME, traceparent.getBytes(StandardCharsets.US_ASCII));
    }

    /** Where whatever follows belongs; text that says nothing, or is missing, begins a trace. */
    public static Context read(String text) {
        return text == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), text, ITSELF);
    }

    private static String of(SpanContext place) {
        return place.isValid()
                ? "00-" + place.getTraceId() + "-" + place.getSpanId() + "-"
                        + place.getTraceFlags().asHex()
                : null;
    }
}
