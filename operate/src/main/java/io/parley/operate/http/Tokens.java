package io.parley.operate.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The caller's token: the one that the environment holds, or one for the client's own secret, renewed in time. */
final class Tokens {

    private static final int SECONDS_BEFORE_ITS_END = 20;

    private final Surroundings around;
    private final Wire wire;
    private String token;
    private long goodUntil;

    Tokens(Surroundings around, Wire wire) {
        this.around = around;
        this.wire = wire;
    }

    String current() {
        return around.token().orElseGet(this::own);
    }

    private String own() {
        if (token == null || System.nanoTime() > goodUntil) {
            ask();
        }
        return token;
    }

    private void ask() {
        var secret = around.clientSecret();
        var answer = wire.send(
                "The issuer",
                request(endpoint())
                        .header("Authorization", "Basic " + basic(around.client(), secret))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build());
        if (answer.status() != 200) {
            var said = answer.json();
            throw refusedOrGone(
                    answer,
                    ": " + said.at("error").text() + " "
                            + said.at("error_description").text());
        }
        token = answer.json().at("access_token").text();
        var seconds = answer.json().at("expires_in").number() - SECONDS_BEFORE_ITS_END;
        goodUntil = System.nanoTime() + seconds * 1_000_000_000L;
    }

    private String endpoint() {
        var discovery = around.issuer() + "/.well-known/openid-configuration";
        var answer = wire.send("The issuer", request(discovery).build());
        if (answer.status() != 200) {
            throw refusedOrGone(answer, " to " + discovery + "; is PARLEY_ISSUER right?");
        }
        return answer.json().at("token_endpoint").text();
    }

    private Failure refusedOrGone(Answer answer, String more) {
        var words = "The issuer answers " + answer.status() + more;
        return answer.status() >= 500 ? Failure.unreachable(words) : Failure.refused(words);
    }

    private static HttpRequest.Builder request(String address) {
        try {
            return HttpRequest.newBuilder(URI.create(address)).timeout(Wire.LONGEST_ANSWER);
        } catch (IllegalArgumentException e) {
            throw Failure.misused("This is no address: " + address);
        }
    }

    /** As RFC 6749 has it: both encoded as in a form. */
    private static String basic(String client, String secret) {
        var pair = encoded(client) + ":" + encoded(secret);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
