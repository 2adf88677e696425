package io.parley.story.stress;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.port.Port;
import io.parley.local.web.Json;
import io.parley.story.installation.Installation;

/** The machine client and the customers' browsers, who ask either replica. */
final class Caller {

    static final int REPLICAS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> replicas;
    private final String token;
    private volatile boolean bothThere = true;
    private volatile boolean dying;

    /** @param replicas the addresses of the two */
    Caller(List<String> replicas) {
        this.replicas = new CopyOnWriteArrayList<>(replicas);
        this.token = token("grant_type=client_credentials&client_id=parley-system&client_secret=parley-system");
    }

    /** Whoever gets no answer from now on finds the second one dead: all ask the first one then, until it comes back. */
    void expectTheSecondToDie() {
        dying = true;
    }

    void comeBackTo(String second) {
        replicas.set(1, second);
        dying = false;
        bothThere = true;
    }

    /** One of those that are there. */
    int any(Random random) {
        int one = random.nextInt(REPLICAS);
        return bothThere ? one : 0;
    }

    int theOther(int than) {
        return bothThere ? 1 - than : 0;
    }

    JsonNode get(int replica, String path) {
        return TheRecord.json(send(replica, request(replica, path).GET()).body());
    }

    /** A request of the machine's. */
    HttpRequest.Builder request(int replica, String path) {
        return anonymous(replica, path).header("Authorization", "Bearer " + token);
    }

    /** A request of a customer's browser. */
    HttpRequest.Builder anonymous(int replica, String path) {
        return HttpRequest.newBuilder(URI.create(replicas.get(replica) + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    /** The answer; null where none came. */
    HttpResponse<String> trySend(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException killed) {
            bothThere = bothThere && !dying;
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private HttpResponse<String> send(int replica, HttpRequest.Builder request) {
        var answer = trySend(request);
        if (answer == null || answer.statusCode() >= 300) {
            throw new AssertionError(replicas.get(replica) + " answered " + (answer == null ? null : answer.body()));
        }
        return answer;
    }

    /** Asks team-settings-service as an administrator. */
    JsonNode administer(String method, String path, String body) {
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        var request = HttpRequest.newBuilder(URI.create(Installation.http(Port.TEAM_SETTINGS) + path))
                .header("Authorization", "Bearer " + ada())
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (method.equals("PATCH")) {
            request.header("If-Match", tag(path));
        }
        var answer = trySend(request);
        if (answer == null || answer.statusCode() >= 300) {
            throw new AssertionError(path + " was answered " + (answer == null ? null : answer.body()));
        }
        return TheRecord.json(answer.body());
    }

    private String tag(String path) {
        var request = HttpRequest.newBuilder(URI.create(Installation.http(Port.TEAM_SETTINGS) + path))
                .header("Authorization", "Bearer " + ada());
        return trySend(request).headers().firstValue("ETag").orElseThrow();
    }

    private String ada() {
        return token("grant_type=password&client_id=parley-cli&username=ada&password=ada");
    }

    private String token(String form) {
        var request = HttpRequest.newBuilder(
                        URI.create(Installation.http(Port.OIDC) + "/realms/parley/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return Json.tree(trySend(request).body()).get("access_token").asText();
    }
}
