package io.parley.story.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/** Takes in all spans of an installation, as a collector does: OTLP over HTTP. */
public final class ACollector implements AutoCloseable {

    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final List<ASpan> spans = new CopyOnWriteArrayList<>();

    private ACollector(HttpServer server) {
        this.server = server;
        server.createContext(PATH, this::take);
        server.start();
    }

    public static ACollector start() {
        try {
            return new ACollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    public List<ASpan> spans() {
        return spans;
    }

    /** Of each span of a trace the names from where it begins here, with their services: {@code a: GET > b: publish}. */
    public List<String> pathsOf(String trace) {
        Map<String, ASpan> byId = spans.stream()
                .filter(span -> span.trace().equals(trace))
                .collect(Collectors.toMap(ASpan::id, span -> span, (one, same) -> one));
        return byId.values().stream().map(span -> path(span, byId)).toList();
    }

    private static String path(ASpan span, Map<String, ASpan> byId) {
        var own = span.service().replace("-service", "") + ": " + span.name();
        var parent = byId.get(span.parent());
        return parent == null ? own : path(parent, byId) + " > " + own;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = exchange.getRequestBody()) {
            ExportTraceServiceRequest.parseFrom(body)
                    .getResourceSpansList()
                    .forEach(resource -> resource.getScopeSpansList().forEach(scope -> scope.getSpansList()
                            .forEach(span -> spans.add(ASpan.of(resource.getResource(), span)))));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
