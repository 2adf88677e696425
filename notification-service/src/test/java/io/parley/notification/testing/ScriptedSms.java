package io.parley.notification.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** A small gateway of Twilio's form that answers each number's texts with the statuses that the test says. */
public final class ScriptedSms implements AutoCloseable {

    /** Instead of an answer the connection is cut. */
    public static final int CUT = 0;

    private final HttpServer server;
    private final Map<String, Queue<Integer>> scripts = new ConcurrentHashMap<>();
    private final List<Map<String, String>> texts = new CopyOnWriteArrayList<>();

    public ScriptedSms(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** After these statuses every text is taken. */
    public void script(String number, Integer... statuses) {
        scripts.put(number, new ArrayDeque<>(List.of(statuses)));
    }

    public List<Map<String, String>> textsTo(String number) {
        return texts.stream().filter(text -> text.get("To").equals(number)).collect(toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        form.put("token", String.valueOf(exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token")));
        var script = scripts.get(form.get("To"));
        var status = script == null || script.isEmpty() ? Integer.valueOf(201) : script.poll();
        form.put("status", status.toString());
        texts.add(form);
        if (status == CUT) {
            exchange.close();
            return;
        }
        var body = ("{\"sid\":\"SM" + UUID.randomUUID() + "\",\"code\":21211}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        return List.of(body.split("&")).stream()
                .map(field -> field.split("=", 2))
                .collect(toMap(field -> decode(field[0]), field -> decode(field[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
