package io.parley.story.rolling;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.parley.local.service.ServiceJar;
import io.parley.local.testing.Tokens;

/** Reads the stream of all sessions, and comes back as it is told to; a stream that breaks is a fault. */
final class Watcher {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cluster cluster;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicInteger farewells = new AtomicInteger();
    private volatile boolean ended;
    private String lastId;

    Watcher(Cluster cluster) {
        this.cluster = cluster;
    }

    void watch() {
        while (!ended) {
            try {
                readOne();
            } catch (Exception e) {
                note("a stream broke: " + e);
            }
        }
    }

    private void readOne() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cluster.http(ServiceJar.SESSION) + "/api/stream"))
                .header("Authorization", "Bearer " + Tokens.of("alice"));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            note("a stream was answered with " + answer.statusCode());
            return;
        }
        var last = new String[] {""};
        answer.body().forEach(line -> {
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("data: ")) {
                last[0] = line;
            }
        });
        if (last[0].contains("shutting-down")) {
            farewells.incrementAndGet();
        } else {
            note("a stream ended after " + last[0]);
        }
    }

    private void note(String fault) {
        if (!ended) {
            wrong.add(fault);
        }
    }

    void end() {
        ended = true;
    }

    /** How often it was told that a replica goes. */
    int farewells() {
        return farewells.get();
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
