package io.parley.operate.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Requests to the services in the caller's name; whatever is not a success is a {@link Failure}. */
public final class Calls {

    private final Surroundings around;
    private final Wire wire;
    private final Tokens tokens;

    public Calls(Surroundings around) {
        this.around = around;
        this.wire = new Wire(around.patience());
        this.tokens = new Tokens(around, wire);
    }

    /** @param query what is null is left out */
    public Answer get(Server server, String path, Map<String, ?> query) {
        var words = query.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(one.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                server,
                request(server, words.isEmpty() ? path : path + "?" + words).GET());
    }

    /** Under a key of its own, so that it may be repeated. */
    public Answer post(Server server, String path, Map<String, ?> body) {
        return send(
                server,
                request(server, path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(body))));
    }

    private Answer send(Server server, HttpRequest.Builder request) {
        var answer = wire.send(
                server.title(),
                request.header("Authorization", "Bearer " + tokens.current()).build());
        if (answer.status() >= 500 || answer.status() == 429) {
            throw Failure.unreachable(Refusal.words(server.title(), answer));
        }
        if (answer.status() >= 300) {
            throw Failure.refused(Refusal.words(server.title(), answer));
        }
        return answer;
    }

    private HttpRequest.Builder request(Server server, String path) {
        var address = server.address(around);
        try {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Wire.LONGEST_ANSWER)
                    .header("Accept", "application/json, application/problem+json");
        } catch (IllegalArgumentException e) {
            throw Failure.misused("The address of " + server.title() + " is none: " + address);
        }
    }
}
