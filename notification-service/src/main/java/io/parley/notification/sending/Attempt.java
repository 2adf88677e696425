package io.parley.notification.sending;

import java.util.Locale;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.logging.Log;

import io.parley.notification.message.model.Handover;
import io.parley.rest.tracing.Spans;
import io.parley.rest.tracing.Traceparent;

/** One try to hand a message over, as its trace shows it: all tries follow from the request, each with its result. */
record Attempt(InHand message, Span span) {

    static Attempt begin(Spans spans, InHand message) {
        var entry = message.due().entry();
        var span = spans.after(entry.traceparent(), "hand over", SpanKind.CLIENT);
        if (span.isRecording()) {
            span.setAttribute("parley.session.id", entry.sessionId().toString())
                    .setAttribute("parley.message.id", entry.id().toString())
                    .setAttribute("parley.message.channel", entry.channel().name())
                    .setAttribute("parley.gateway", message.gateway().name())
                    .setAttribute("parley.attempt", entry.state().tries().made() + 1L);
        }
        return new Attempt(message, span);
    }

    /** @param handover null if it was not tried after all */
    Finished end(Handover handover) {
        if (handover == null) {
            span.setAttribute("parley.result", "untried").end();
            return Finished.untried(message);
        }
        var result = handover.result().name().toLowerCase(Locale.ROOT);
        if (span.isRecording()) {
            span.setAttribute("parley.result", result);
            if (handover.result() != Handover.Result.ACCEPTED) {
                span.setStatus(StatusCode.ERROR).setAttribute("error.type", handover.reason());
            }
        }
        span.end();
        var entry = message.due().entry();
        Log.debugf(
                "A handover is over: result=%s sessionId=%s messageId=%s traceId=%s",
                result, entry.sessionId(), entry.id(), traceId());
        return new Finished(message, handover, Traceparent.of(span));
    }

    String traceId() {
        return span.getSpanContext().getTraceId();
    }
}
