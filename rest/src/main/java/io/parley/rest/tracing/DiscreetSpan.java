package io.parley.rest.tracing;

import java.util.List;
import java.util.Set;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * A span as others may see it. What is not on the list stays here: paths hold links' secrets, queries what was searched
 * for, addresses are somebody's, and messages of exceptions quote what they stumbled over.
 */
final class DiscreetSpan extends DelegatingSpanData {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");

    private static final Set<String> SAFE = Set.of(
            METHOD.getKey(),
            ROUTE.getKey(),
            "http.response.status_code",
            "error.type",
            "exception.type",
            "code.function",
            "code.namespace",
            "messaging.system",
            "messaging.destination.name",
            "messaging.kafka.message.key",
            "messaging.operation.type",
            "messaging.message.id");

    /** Of ours: ids, and words of the code. */
    private static final String OURS = "parley.";

    DiscreetSpan(SpanData span) {
        super(span);
    }

    @Override
    public String getName() {
        var method = super.getAttributes().get(METHOD);
        if (method == null) {
            return super.getName(); // one of our own, which are constants
        }
        var route = super.getAttributes().get(ROUTE);
        return route == null ? method : method + " " + route;
    }

    @Override
    public Attributes getAttributes() {
        var safe = safe(super.getAttributes());
        var server = super.getAttributes().get(AttributeKey.stringKey("server.address"));
        // Whom we ask is ours to know; as what we are asked is whatever the caller made it.
        return getKind() == SpanKind.CLIENT && server != null
                ? safe.toBuilder().put("server.address", server).build()
                : safe;
    }

    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size();
    }

    @Override
    public List<EventData> getEvents() {
        return super.getEvents().stream()
                .map(event -> EventData.create(event.getEpochNanos(), event.getName(), safe(event.getAttributes())))
                .toList();
    }

    @Override
    public List<LinkData> getLinks() {
        return super.getLinks().stream()
                .map(link -> LinkData.create(link.getSpanContext()))
                .toList();
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private static Attributes safe(Attributes attributes) {
        return attributes.toBuilder()
                .removeIf(key -> !SAFE.contains(key.getKey()) && !key.getKey().startsWith(OURS))
                .build();
    }
}
