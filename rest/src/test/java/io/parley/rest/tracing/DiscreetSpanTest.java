package io.parley.rest.tracing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever an instrumentation puts into a span, a secret does not leave. */
class DiscreetSpanTest {

    private static final String SECRET = "AaIEzHbWcRONfJiv";

    private final List<SpanData> exported = new ArrayList<>();
    private final SdkTracerProvider tracing = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetExporter(new Kept(exported))))
            .build();

    @Test
    void aRequestLeavesByItsRouteOnly() {
        var span = begin("GET /j/" + SECRET, SpanKind.SERVER)
                .setAttribute("http.request.method", "GET")
                .setAttribute("http.route", "/j/{token}")
                .setAttribute("http.response.status_code", 200)
                .setAttribute("url.path", "/j/" + SECRET)
                .setAttribute("url.query", "q=" + SECRET)
                .setAttribute("server.address", SECRET)
                .setAttribute("client.address", "192.0.2.1");

        span.end();

        assertThat(exported).singleElement().extracting(SpanData::getName).isEqualTo("GET /j/{token}");
        assertThat(exported.get(0).getAttributes().asMap()).hasSize(3);
        assertThat(everything()).doesNotContain(SECRET, "192.0.2.1");
    }

    @Test
    void aRequestWithoutARouteHasNoPathEither() {
        begin("GET /" + SECRET, SpanKind.SERVER)
                .setAttribute("http.request.method", "GET")
                .end();

        assertThat(exported.get(0).getName()).isEqualTo("GET");
    }

    @Test
    void aFailureLeavesByItsTypeOnly() {
        begin("process parley.messages", SpanKind.CONSUMER)
                .recordException(new IllegalStateException("can't read " + SECRET))
                .setStatus(StatusCode.ERROR, "can't read " + SECRET)
                .end();

        assertThat(exported.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(everything()).contains("java.lang.IllegalStateException").doesNotContain(SECRET);
    }

    @Test
    void whoIsAskedIsOursToKnow() {
        begin("POST", SpanKind.CLIENT)
                .setAttribute("http.request.method", "POST")
                .setAttribute("server.address", "team-settings-service")
                .setAttribute("url.full", "http://team-settings-service/" + SECRET)
                .end();

        assertThat(everything()).contains("team-settings-service").doesNotContain(SECRET);
    }

    private Span begin(String name, SpanKind kind) {
        return tracing.get("test").spanBuilder(name).setSpanKind(kind).startSpan();
    }

    private String everything() {
        var span = exported.get(0);
        return span.getName() + span.getAttributes() + span.getStatus() + span.getEvents() + span.getLinks();
    }

    private record Kept(List<SpanData> spans) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
