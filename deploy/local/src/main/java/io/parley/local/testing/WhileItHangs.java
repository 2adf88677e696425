package io.parley.local.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** All endpoints of a service that answer once, asked together while a part of it hangs. */
public final class WhileItHangs {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> WHAT_TAKES_LONG = Set.of("multipart/form-data", "text/csv");
    private static final Set<String> ONE_ANSWER = Set.of("application/json", "text/html");
    /** Longer than anything waits that does not hang. */
    private static final Duration FOR_EVER = Duration.ofSeconds(60);

    private WhileItHangs() {}

    /**
     * What was answered, by endpoint: the status, and behind it what is wrong about it; nothing where all is well. Each
     * is asked under a key of its own.
     *
     * @param run what the keys begin with; behind it is the endpoint's name
     * @param service its address, without a slash at the end
     * @param headers of every request
     * @param parameters of paths
     * @param bodies of good requests, by {@link Endpoint#name}
     */
    public static Map<String, String> answers(
            String run,
            String service,
            Map<String, String> headers,
            Map<String, String> parameters,
            Map<String, String> bodies) {
        var asked = new LinkedHashMap<String, CompletableFuture<String>>();
        for (var endpoint : Endpoint.of(service)) {
            if (answersOnce(endpoint)) {
                var request = HttpRequest.newBuilder(URI.create(service + endpoint.at(parameters)))
                        .timeout(FOR_EVER)
                        .header("Idempotency-Key", run + endpoint.name())
                        .method(endpoint.method(), body(endpoint, bodies));
                headers.forEach(request::header);
                endpoint.consumes().stream().findFirst().ifPresent(type -> request.header("Content-Type", type));
                asked.put(endpoint.name(), ask(request.build()));
            }
        }
        var answers = new LinkedHashMap<String, String>();
        asked.forEach((name, answer) -> answers.put(name, answer.join()));
        return answers;
    }

    private static boolean answersOnce(Endpoint endpoint) {
        var answered = new ArrayList<String>();
        endpoint.operation()
                .path("responses")
                .path("200")
                .path("content")
                .fieldNames()
                .forEachRemaining(answered::add);
        return (answered.isEmpty() || answered.stream().anyMatch(ONE_ANSWER::contains))
                && endpoint.consumes().stream().noneMatch(WHAT_TAKES_LONG::contains);
    }

    private static HttpRequest.BodyPublisher body(Endpoint endpoint, Map<String, String> bodies) {
        return endpoint.method().equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(
                        bodies.getOrDefault(endpoint.name(), endpoint.consumes().isEmpty() ? "" : "{}"));
    }

    private static CompletableFuture<String> ask(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() + fault(answer))
                .exceptionally(failure -> "nothing: " + failure);
    }

    private static String fault(HttpResponse<String> answer) {
        if (answer.statusCode() < 500) {
            return "";
        }
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 503 || type.startsWith("text/html")) {
            return answer.statusCode() == 503 ? "" : " " + answer.body();
        }
        var isProblem =
                type.startsWith("application/problem+json") && answer.body().contains("/problems/unavailable");
        return isProblem && answer.headers().firstValue("Retry-After").isPresent()
                ? ""
                : " as " + type + answer.headers();
    }
}
