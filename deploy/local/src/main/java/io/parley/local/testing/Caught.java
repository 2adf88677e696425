package io.parley.local.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.parley.local.catcher.Message;
import io.parley.local.web.Json;

/** What the catcher that {@link RealParts} started has caught, for tests to look into. */
public final class Caught {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Caught() {}

    /** The mails or texts to a recipient, newest first. */
    public static List<Message> to(String recipient) {
        String query = "?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(
                        URI.create(System.getProperty(RealParts.CATCHER_URL) + "/api/messages" + query))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return List.of(Json.read(answer.body(), Message[].class));
        } catch (IOException e) {
            throw new IllegalStateException("the catcher does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
