package io.parley.local.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.testing.Mischief.Attempt;
import io.parley.local.web.Json;

/**
 * How a service answers {@link Mischief}: by a problem of its catalogue with a status that its OpenAPI document has
 * for this endpoint, and never by a failure of its own.
 */
public final class Refusals {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PROBLEM = "application/problem+json";
    private static final long TOO_MUCH = 500_000_000;

    private final String service;
    private final Map<String, String> headers;
    private final Map<String, Integer> catalogue;
    private final List<Endpoint> endpoints;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, Integer> met = new ConcurrentSkipListMap<>();

    /**
     * @param service its address, without a slash at the end
     * @param headers of every request: who asks
     */
    public Refusals(String service, Map<String, String> headers) {
        this.service = service;
        this.headers = headers;
        this.endpoints = Endpoint.of(service);
        this.catalogue = catalogue();
    }

    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** How many requests were made. */
    public int asked() {
        return asked.get();
    }

    /** Statuses and problem types that were answered, and how often. */
    public Map<String, Integer> met() {
        return met;
    }

    /**
     * What was wrong about the endpoint's answers; empty when nothing was.
     *
     * @param parameters that make its path a good one
     * @param query of each good request; empty for none
     * @param body a good one; empty for none
     */
    public List<String> faults(Endpoint endpoint, Map<String, String> parameters, String query, String body) {
        // Several at once: each is by itself, and whoever sends nonsense does not wait for an answer either.
        var faults = new ArrayList<>(Mischief.against(endpoint, parameters, body, methods(endpoint)).parallelStream()
                .flatMap(attempt -> fault(endpoint, attempt, answer(endpoint, attempt, query))
                        .map(fault -> endpoint + " / " + attempt + " → " + fault)
                        .stream())
                .toList());
        if (!endpoint.consumes().isEmpty()) {
            oversizeFault(endpoint, parameters).ifPresent(fault -> faults.add(endpoint + " / oversize → " + fault));
        }
        return faults;
    }

    private Set<String> methods(Endpoint endpoint) {
        return endpoints.stream()
                .filter(other -> couldMean(other.path(), endpoint.path()))
                .map(Endpoint::method)
                .collect(Collectors.toSet());
    }

    /** {@code /a/{b}} could mean {@code /a/c} too. */
    private static boolean couldMean(String path, String other) {
        return other.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }

    private Answer answer(Endpoint endpoint, Attempt attempt, String query) {
        var address = attempt.address();
        var full = query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
        var request = HttpRequest.newBuilder(URI.create(service + full))
                .method(attempt.method(), HttpRequest.BodyPublishers.ofString(attempt.body()));
        headers.forEach(request::setHeader);
        request.setHeader(
                "Content-Type", endpoint.consumes().stream().findFirst().orElse("application/json"));
        if (attempt.header() != null) {
            request.setHeader(attempt.header(), attempt.value());
        }
        asked.incrementAndGet();
        try {
            return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(attempt.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> fault(Endpoint endpoint, Attempt attempt, Answer answer) {
        int status = answer.status();
        boolean known =
                attempt.isOtherMethodThan(endpoint) || endpoint.statuses().contains("" + status);
        if (status < 400) {
            met.merge("" + status, 1, Integer::sum);
            return known ? Optional.empty() : Optional.of(status + " is not documented");
        }
        var type = answer.type();
        if (endpoint.produces("text/html") && type.startsWith("text/html") && status < 500) {
            return known ? Optional.empty() : Optional.of(status + " is not documented");
        }
        if (!type.startsWith(PROBLEM)) {
            return Optional.of(status + " as " + type);
        }
        return problemFault(status, Json.tree(answer.body()), known);
    }

    private Optional<String> problemFault(int status, JsonNode problem, boolean documented) {
        var name = problem.path("type").asText().replace("/problems/", "");
        met.merge(status + " " + name, 1, Integer::sum);
        if (status >= 500) {
            return Optional.of(status + " " + name);
        }
        if (!Integer.valueOf(status).equals(catalogue.get(name))) {
            return Optional.of(status + " " + name + ", which the catalogue has as " + catalogue.get(name));
        }
        return documented ? Optional.empty() : Optional.of(status + " " + name + " is not documented");
    }

    private Optional<String> oversizeFault(Endpoint endpoint, Map<String, String> parameters) {
        var answer = headOnly(
                endpoint.method(), endpoint.at(parameters), endpoint.consumes().get(0));
        return answer.startsWith("HTTP/1.1 413 ") && answer.contains("/problems/request-too-large")
                ? Optional.empty()
                : Optional.of(answer.lines().findFirst().orElse("nothing"));
    }

    /** Announces more than anybody takes, and listens. */
    private String headOnly(String method, String address, String type) {
        var at = URI.create(service);
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            var head = new StringBuilder(method + " " + address + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Connection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + TOO_MUCH + "\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            asked.incrementAndGet();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What is read of an answer: of a stream of events, which goes on for ever, nothing. */
    private record Answer(int status, String type, String body) {

        static Answer of(HttpResponse<InputStream> answer) throws IOException {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            try (var body = answer.body()) {
                return new Answer(
                        answer.statusCode(),
                        type,
                        type.startsWith("text/event-stream")
                                ? ""
                                : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private Map<String, Integer> catalogue() {
        var request = HttpRequest.newBuilder(URI.create(service + "/problems")).build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var types = new TreeMap<String, Integer>();
            Json.tree(answer.body())
                    .forEach(type -> types.put(
                            type.get("name").asText(), type.get("status").asInt()));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
