package io.parley.local.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.web.Json;

/**
 * One endpoint of a service, as its own OpenAPI document tells of it: what is proved of each of these holds for those
 * that do not exist yet.
 *
 * @param path with its parameters in braces
 */
public record Endpoint(String method, String path, JsonNode operation) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** All of them, of the service at this address. */
    public static List<Endpoint> of(String service) {
        var endpoints = new ArrayList<Endpoint>();
        document(service).get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(operation ->
                        new Endpoint(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))
                .forEach(endpoints::add));
        return endpoints;
    }

    /** The service's OpenAPI document. */
    public static JsonNode document(String service) {
        var request = HttpRequest.newBuilder(URI.create(service + "/openapi?format=json"))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return Json.tree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("no OpenAPI document at " + service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Such as {@code POST /api/sessions/{id}/end}. */
    public String name() {
        return method + " " + path;
    }

    /** The path with each parameter replaced; one that is not named stays a brace, which no service knows. */
    public String at(Map<String, String> parameters) {
        var filled = path;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled;
    }

    public List<String> queryParameters() {
        return parameters("query");
    }

    public List<String> pathParameters() {
        return parameters("path");
    }

    public List<String> consumes() {
        return StreamSupport.stream(
                        ((Iterable<String>) () -> operation
                                        .path("requestBody")
                                        .path("content")
                                        .fieldNames())
                                .spliterator(),
                        false)
                .toList();
    }

    /** Whether what it answers when all is well is of this type. */
    public boolean produces(String type) {
        return operation.path("responses").path("200").path("content").has(type);
    }

    /** The statuses that it is documented to answer. */
    public Set<String> statuses() {
        var statuses = new TreeSet<String>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    private List<String> parameters(String in) {
        Stream<JsonNode> all = StreamSupport.stream(operation.path("parameters").spliterator(), false);
        return all.filter(parameter -> in.equals(parameter.path("in").asText()))
                .map(parameter -> parameter.get("name").asText())
                .toList();
    }

    @Override
    public String toString() {
        return name();
    }
}
