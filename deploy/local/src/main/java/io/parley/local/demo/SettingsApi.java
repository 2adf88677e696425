package io.parley.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.CannotStart;
import io.parley.local.port.Port;
import io.parley.local.port.Ports;
import io.parley.local.web.Form;
import io.parley.local.web.Json;

/** The API of team-settings-service as an administrator uses it. */
final class SettingsApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    SettingsApi(Ports ports, String user) {
        base = ports.http(Port.TEAM_SETTINGS);
        token = token(ports, user);
    }

    Answer get(String path) {
        return done(find(path), "GET", path);
    }

    /** What is there, or nothing for a 404. */
    Optional<Answer> find(String path) {
        Answer answer = send(request(path).GET());
        return answer.status() == 404 ? Optional.empty() : Optional.of(checked(answer, "GET", path));
    }

    JsonNode post(String path, Object body) {
        return checked(send(json(path, "application/json").POST(body(body))), "POST", path)
                .body();
    }

    /** Makes what is not there yet. */
    void put(String path, Object body) {
        checked(send(json(path, "application/json").PUT(body(body))), "PUT", path);
    }

    /** Replaces what is there. */
    void replace(String path, Object body) {
        String tag = get(path).tag();
        checked(send(json(path, "application/json").header("If-Match", tag).PUT(body(body))), "PUT", path);
    }

    /** Merges into what is there. */
    void patch(String path, Object body) {
        String tag = get(path).tag();
        var request = json(path, "application/merge-patch+json").header("If-Match", tag);
        checked(send(request.method("PATCH", body(body))), "PATCH", path);
    }

    private HttpRequest.Builder json(String path, String contentType) {
        return request(path).header("Content-Type", contentType);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private String token(Ports ports, String user) {
        var form = Form.of(
                Map.of("grant_type", "password", "client_id", "parley-cli", "username", user, "password", user));
        var uri = URI.create(ports.http(Port.OIDC) + "/realms/parley/protocol/openid-connect/token");
        var request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded()));
        return checked(send(request), "POST", uri.getPath())
                .body()
                .path("access_token")
                .asText();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
        } catch (IOException e) {
            throw new CannotStart("the demo data could not be made: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("the demo data could not be made: interrupted", e);
        }
    }

    private static Answer done(Optional<Answer> answer, String method, String path) {
        return answer.orElseThrow(() -> refused(method, path, 404, ""));
    }

    private static Answer checked(Answer answer, String method, String path) {
        if (answer.status() >= 300) {
            throw refused(method, path, answer.status(), answer.text());
        }
        return answer;
    }

    private static CannotStart refused(String method, String path, int status, String text) {
        return new CannotStart("the demo data could not be made: %s %s was answered with %d\n%s"
                .formatted(method, path, status, text));
    }

    private static HttpRequest.BodyPublisher body(Object body) {
        return BodyPublishers.ofByteArray(Json.bytes(body));
    }

    /** What came back. */
    record Answer(int status, String tag, String text) {

        JsonNode body() {
            return Json.tree(text);
        }
    }
}
