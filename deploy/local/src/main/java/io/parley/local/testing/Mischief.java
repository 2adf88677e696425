package io.parley.local.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.parley.local.web.Json;

/** Requests that no honest client sends: made from a good one, with one thing wrong about each. */
public final class Mischief {

    private static final String NUL = "a\\u0000b";
    private static final String HUGE = "x".repeat(20_000);

    /** JSON that stands where other JSON is expected. */
    private static final List<String> VALUES = List.of(
            "null",
            "42",
            "-1",
            "1e400",
            "true",
            "\"\"",
            "\" \"",
            "\"" + NUL + "\"",
            "\"\\ud800\"",
            "\"line\\r\\nBcc: a@example.org\"",
            "\"" + HUGE + "\"",
            "[]",
            "[null]",
            "{}",
            "{\"unknown\":1}",
            "[".repeat(900) + "]".repeat(900));

    private static final List<String> BODIES =
            List.of("", "null", "[]", "42", "\"text\"", "{", "{}x", "{\"unknown\":1}", "\u0000", "{'a':1}", "<a/>");

    /** In a query or a path, as the address has it. */
    private static final List<String> WORDS = List.of(
            "%00",
            "%20",
            "-1",
            "99999999999999999999",
            "%F0%9F%A6%9C",
            "%ff%fe",
            "nobody",
            "%27%3B--",
            "..%2f..",
            "%7B%7D",
            "A".repeat(3_000));

    private static final Map<String, List<String>> HEADERS = headers();
    private static final Set<String> METHODS = new TreeSet<>(Set.of("GET", "POST", "PUT", "PATCH", "DELETE"));

    private Mischief() {}

    /**
     * One request.
     *
     * @param wrong what is wrong about it
     * @param header one that is set to this value, or null
     */
    public record Attempt(String wrong, String method, String address, String header, String value, String body) {

        boolean isOtherMethodThan(Endpoint endpoint) {
            return !method.equals(endpoint.method());
        }

        @Override
        public String toString() {
            return wrong + ": " + method + " " + (address.length() > 120 ? address.substring(0, 120) + "…" : address);
        }
    }

    /**
     * @param parameters that make the path a good one
     * @param body a good one; empty for none
     * @param others methods of the same path
     */
    static List<Attempt> against(Endpoint endpoint, Map<String, String> parameters, String body, Set<String> others) {
        var attempts = new ArrayList<Attempt>();
        var method = endpoint.method();
        var address = endpoint.at(parameters);
        if (endpoint.consumes().stream().anyMatch(type -> type.contains("json"))) {
            BODIES.forEach(bad -> attempts.add(new Attempt("the body", method, address, null, null, bad)));
            mutated(body).forEach((where, bad) -> attempts.add(new Attempt(where, method, address, null, null, bad)));
        }
        for (var name : endpoint.pathParameters()) {
            for (var word : WORDS) {
                var bad = new LinkedHashMap<>(parameters);
                bad.put(name, word);
                attempts.add(new Attempt("path " + name, method, endpoint.at(bad), null, null, body));
            }
        }
        for (var name : endpoint.queryParameters()) {
            WORDS.forEach(word -> attempts.add(new Attempt(
                    "query " + name, method, address + "?" + encoded(name) + "=" + word, null, null, body)));
            attempts.add(new Attempt("query " + name, method, address + "?" + encoded(name), null, null, body));
        }
        HEADERS.forEach((name, values) ->
                values.forEach(value -> attempts.add(new Attempt(name, method, address, name, value, body))));
        METHODS.stream()
                .filter(other -> !others.contains(other))
                .forEach(other -> attempts.add(new Attempt("another method", other, address, null, null, body)));
        return attempts;
    }

    /** The body with each of its values replaced by each that is wrong, left out, or joined by one that is unknown. */
    private static Map<String, String> mutated(String body) {
        var bodies = new LinkedHashMap<String, String>();
        if (body.isEmpty()) {
            return bodies;
        }
        for (var pointer : pointers(Json.tree(body), "")) {
            var without = Json.tree(body);
            parent(without, pointer).remove(name(pointer));
            bodies.put(pointer + " missing", without.toString());
            for (int i = 0; i < VALUES.size(); i++) {
                var text = Json.tree(body);
                parent(text, pointer).put(name(pointer), "\u0001");
                bodies.put(pointer + " as value " + i, text.toString().replace("\"\\u0001\"", VALUES.get(i)));
            }
            var more = Json.tree(body);
            parent(more, pointer).put("unknown", 1);
            bodies.put("beside " + pointer, more.toString());
        }
        return bodies;
    }

    private static List<String> pointers(JsonNode node, String at) {
        var pointers = new ArrayList<String>();
        if (node instanceof ObjectNode) {
            node.properties().forEach(field -> {
                pointers.add(at + "/" + field.getKey());
                pointers.addAll(pointers(field.getValue(), at + "/" + field.getKey()));
            });
        }
        if (node instanceof ArrayNode && !node.isEmpty()) {
            pointers.addAll(pointers(node.get(0), at + "/0"));
        }
        return pointers;
    }

    private static ObjectNode parent(JsonNode body, String pointer) {
        return (ObjectNode) body.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> headers() {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put(
                "Content-Type", List.of("text/plain", "application/x-www-form-urlencoded", "nonsense", "a/b;;=", ""));
        headers.put("Accept", List.of("application/x-nothing", "nonsense", "text/html;q=x"));
        headers.put("If-Match", List.of("", "\"0\"", "nonsense", HUGE.substring(0, 3_000)));
        headers.put("Idempotency-Key", List.of("", " ", "k".repeat(300), "key\u00e4"));
        headers.put("Range", List.of("bytes=9-1", "bytes=99999999999999999999-", "lines=1-2", "nonsense"));
        headers.put("Cookie", List.of("nonsense", "__Host-parley-room=", "__Host-parley-room=a.b.c"));
        headers.put("Accept-Language", List.of("nonsense-nonsense-nonsense", "*;q=9"));
        return headers;
    }
}
