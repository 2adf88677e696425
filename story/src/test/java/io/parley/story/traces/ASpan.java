package io.parley.story.traces;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * A span as a collector gets it.
 *
 * @param parent empty where it begins a trace
 * @param said all text in it
 */
public record ASpan(String service, String name, String trace, String id, String parent, List<String> said) {

    static ASpan of(Resource resource, Span span) {
        var service = resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("?");
        return new ASpan(
                service,
                span.getName(),
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                text(resource, span));
    }

    private static List<String> text(Resource resource, Span span) {
        var text = new ArrayList<String>();
        text.add(span.getName());
        text.add(span.getTraceState());
        text.add(span.getStatus().getMessage());
        add(text, resource.getAttributesList());
        add(text, span.getAttributesList());
        span.getEventsList().forEach(event -> {
            text.add(event.getName());
            add(text, event.getAttributesList());
        });
        span.getLinksList().forEach(link -> {
            text.add(link.getTraceState());
            add(text, link.getAttributesList());
        });
        return text;
    }

    private static void add(List<String> text, List<KeyValue> attributes) {
        attributes.forEach(attribute -> text.add(attribute.getKey() + "=" + attribute.getValue()));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
