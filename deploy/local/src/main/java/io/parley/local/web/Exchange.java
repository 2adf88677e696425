package io.parley.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;

/** One request and its answer. */
public final class Exchange {

    private static final int LARGEST_BODY = 1 << 20;

    private final HttpExchange http;
    private final Map<String, String> parameters;

    Exchange(HttpExchange http) {
        this(http, Map.of());
    }

    private Exchange(HttpExchange http, Map<String, String> parameters) {
        this.http = http;
        this.parameters = parameters;
    }

    Exchange with(Map<String, String> routeParameters) {
        return new Exchange(http, routeParameters);
    }

    public String method() {
        return http.getRequestMethod();
    }

    public String path() {
        return http.getRequestURI().getPath();
    }

    /** A parameter of the route's pattern. */
    public String parameter(String name) {
        return parameters.get(name);
    }

    public Form query() {
        return Form.parse(http.getRequestURI().getRawQuery());
    }

    /** The body as a form; larger than a megabyte is refused. */
    public Form form() throws IOException {
        byte[] body = http.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Refusal(413, "too large");
        }
        return Form.parse(new String(body, StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    public Optional<BasicCredentials> basicCredentials() {
        return BasicCredentials.parse(http.getRequestHeaders().getFirst("Authorization"));
    }

    /** Sets a header of the answer. */
    public Exchange set(String header, String value) {
        http.getResponseHeaders().set(header, value);
        return this;
    }

    public void json(int status, Object value) throws IOException {
        send(status, "application/json", Json.bytes(value));
    }

    public void html(int status, String page) throws IOException {
        send(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public void text(int status, String text) throws IOException {
        send(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public void empty(int status) throws IOException {
        http.sendResponseHeaders(status, -1);
    }

    public void redirect(String location) throws IOException {
        set("Location", location).set("Cache-Control", "no-store").empty(302);
    }

    /** Sends a file that lies beside the class. */
    public void resource(Class<?> beside, String name, String contentType) throws IOException {
        try (InputStream file = beside.getResourceAsStream(name)) {
            send(200, contentType, file.readAllBytes());
        }
    }

    private void send(int status, String contentType, byte[] body) throws IOException {
        set("Content-Type", contentType).set("X-Content-Type-Options", "nosniff");
        boolean head = method().equals("HEAD");
        http.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            http.getResponseBody().write(body);
        }
    }
}
