package io.parley.notification.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;

import static java.util.stream.Collectors.toList;

/** A provider with an HTTP interface of its own. */
public final class ScriptedWeb implements AutoCloseable {

    /** A request as it came. */
    public record Posted(String time, String signature, String key, String body) {
        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    private final HttpServer server;
    private final List<Posted> posted = new CopyOnWriteArrayList<>();

    public ScriptedWeb(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/messages", this::answer);
        server.start();
    }

    public List<Posted> postedTo(String number) {
        return posted.stream()
                .filter(one -> one.json().getString("to").equals(number))
                .collect(toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        posted.add(new Posted(
                headers.getFirst("X-Parley-Timestamp"),
                headers.getFirst("X-Parley-Signature"),
                headers.getFirst("Idempotency-Key"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var body = ("{\"id\": " + posted.size() + "}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(202, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
