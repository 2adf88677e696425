package io.parley.story.rolling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.service.ServiceJar;
import io.parley.local.web.Json;

/** One caller with connections that are kept open; any answer but a good one fails the traffic. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cluster cluster;
    private final Count count;

    Caller(Cluster cluster, Count count) {
        this.cluster = cluster;
        this.count = count;
    }

    /** @param headers names and values in turn */
    HttpResponse<String> ask(ServiceJar service, String method, String path, Object body, String... headers) {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body));
        return send(service, method, path, content, headers);
    }

    HttpResponse<String> send(
            ServiceJar service, String method, String path, BodyPublisher content, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(cluster.http(service) + path))
                .timeout(PATIENCE)
                .method(method, content);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var what = service.title() + " " + method + " " + path.replaceAll("[0-9a-f-]{36}|join/[^/]+", "…");
        long began = System.nanoTime();
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            count.answered(what, System.nanoTime() - began);
            if (answer.statusCode() >= 300) {
                throw new Failed(what + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new Failed(what + ": " + e + " after " + Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(what + ": interrupted");
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body());
    }

    static String[] as(String token, Map<String, String> more) {
        var headers = new ArrayList<String>();
        headers.add("Authorization");
        headers.add("Bearer " + token);
        more.forEach((name, value) -> {
            headers.add(name);
            headers.add(value);
        });
        return headers.toArray(String[]::new);
    }

    /** A request that was not answered as it has to be. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String what) {
            super(what);
        }
    }
}
