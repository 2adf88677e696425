package io.parley.session.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Answers for team-settings-service with the contract's own example, changed as a test wants it for a subject. The
 * real service answers in the story test.
 */
public class TeamSettings implements QuarkusTestResourceLifecycleManager {

    public static final String SALES = "01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11";
    public static final String SUPPORT = "01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b12";
    public static final String WORKFLOW = "01987d3e-8000-7000-8000-000000000001";
    public static final String TEXT_ASSET = "01987d3e-7000-7000-8000-000000000003";

    private static final String URL = "parley.test.team-settings-url";
    private static final Path EXAMPLE = Path.of("../contracts/examples/resolution.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> changes = new ConcurrentHashMap<>();
    private HttpServer server;

    /** From now on resolutions for the subject differ from the example by this merge patch. */
    public static void change(String subject, String patch) {
        var request = HttpRequest.newBuilder(URI.create(System.getProperty(URL) + "/changes/" + subject))
                .PUT(HttpRequest.BodyPublishers.ofString(patch))
                .build();
        try {
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/changes/", this::remember);
        server.createContext("/api/resolutions", this::resolve);
        server.createContext("/api/assets/", TeamSettings::content);
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        System.setProperty(URL, url);
        return Map.of(
                "parley.team-settings.url",
                url,
                "parley.settings.fresh-for",
                "0s",
                "parley.settings.fresh-while-told",
                "0s");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void remember(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        changes.put(path.substring(path.lastIndexOf('/') + 1), JSON.readTree(exchange.getRequestBody()));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void resolve(HttpExchange exchange) throws IOException {
        var question = JSON.readTree(exchange.getRequestBody());
        var subject = question.get("subject").textValue();
        var change = changes.get(subject);
        if (change != null && change.has("silent")) {
            return; // the line stays open, and nothing comes
        }
        if (change != null && change.has("refuse")) {
            answer(
                    exchange,
                    change.get("status").intValue(),
                    "{\"type\":\"/problems/" + change.get("refuse").textValue() + "\"}");
            return;
        }
        var resolution = (ObjectNode) JSON.readTree(Files.readString(EXAMPLE));
        ((ObjectNode) resolution.get("subject")).put("subject", subject).put("name", name(subject));
        if (change != null) {
            merge(resolution, change);
        }
        resolution.put("hash", hash(resolution));
        answer(exchange, 200, resolution.toString());
    }

    /** Every document of the library holds where it was asked for. */
    private static void content(HttpExchange exchange) throws IOException {
        var bytes = ("%PDF-1.7 " + exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/pdf");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String name(String subject) {
        return "Agent " + subject;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(entry -> {
            var old = target.get(entry.getKey());
            if (entry.getValue().isObject() && old != null && old.isObject()) {
                merge((ObjectNode) old, entry.getValue());
            } else {
                target.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static String hash(ObjectNode resolution) {
        try {
            var content = resolution.get("team").toString()
                    + resolution.get("settings")
                    + resolution.get("assets")
                    + resolution.get("workflows");
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
