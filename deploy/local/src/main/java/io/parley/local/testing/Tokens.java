package io.parley.local.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.parley.local.web.Form;
import io.parley.local.web.Json;

/** Access tokens for tests, each fetched once from the issuer that {@link RealParts} started. */
public final class Tokens {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> FETCHED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** The token of a person, by the password grant. */
    public static String of(String user) {
        return FETCHED.computeIfAbsent(
                "user " + user,
                key -> fetch(
                        form("grant_type", "password", "client_id", "parley-cli", "username", user, "password", user)));
    }

    /** The token of the machine client parley-system. */
    public static String system() {
        return client("parley-system");
    }

    /** The token of a machine client, by its credentials. */
    public static String client(String id) {
        return FETCHED.computeIfAbsent(
                "client " + id,
                key -> fetch(form("grant_type", "client_credentials", "client_id", id, "client_secret", id)));
    }

    private static Form form(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Form.of(fields);
    }

    private static String fetch(Form form) {
        var uri = URI.create(System.getProperty(RealParts.OIDC_URL) + "/protocol/openid-connect/token");
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded()))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token: " + answer.body());
            }
            return Json.tree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("the issuer does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
