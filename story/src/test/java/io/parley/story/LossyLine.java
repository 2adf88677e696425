package io.parley.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A way to a service that loses the first answer, after the service has done what was asked. */
final class LossyLine implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final String service;
    private final HttpServer server;
    private volatile boolean replayed;

    LossyLine(String service) throws IOException {
        this.service = service;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Of all requests, in order. */
    List<String> keys() {
        return keys;
    }

    /** Whether the last answer was one that had been given before. */
    boolean replayed() {
        return replayed;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            keys.add(key);
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(service + exchange.getRequestURI()))
                            .header(
                                    "Authorization",
                                    exchange.getRequestHeaders().getFirst("Authorization"))
                            .header("Idempotency-Key", key)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()))
                            .build(),
                    BodyHandlers.ofByteArray());
            replayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
            if (keys.size() > 1) {
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
