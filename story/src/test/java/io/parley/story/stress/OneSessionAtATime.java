package io.parley.story.stress;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** An owner whose team lets them have one session that is invited or active, asked for two of them at once. */
record OneSessionAtATime(Caller caller, String owner, int rounds) {

    private static final int ROUNDS_A_SECOND = 2;

    /** @param time how long the duels may go on, about */
    static OneSessionAtATime owner(Caller caller, Duration time) {
        var team = TheTeam.withSettings(caller, "{\"session\":{\"singleActive\":true}}");
        return new OneSessionAtATime(
                caller, TheTeam.member(caller, team), (int) Math.min(300, ROUNDS_A_SECOND * time.toSeconds()));
    }

    void rounds(IntConsumer round) {
        IntStream.range(0, rounds).forEach(round);
    }

    HttpRequest.Builder start(int replica) {
        return post(replica, "/api/sessions", """
            {"owner":"%s","customer":{"name":"Anna","email":"stress-%s@example.org"}}
            """.formatted(owner, UUID.randomUUID()));
    }

    HttpRequest.Builder renewal(String session, int replica) {
        return post(replica, "/api/sessions/" + session + "/renew", "{}");
    }

    String anEndedSession() {
        var id = TheRecord.json(caller.trySend(start(0)).body()).get("id").asText();
        end(id);
        return id;
    }

    /** Both at once: one is done, the other refused with the id of what the first one opened, which then ends. */
    void duel(HttpRequest.Builder one, HttpRequest.Builder other) {
        var answers = Stream.of(one, other)
                .map(request -> CompletableFuture.supplyAsync(() -> caller.trySend(request)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(HttpResponse::statusCode).contains(409).containsAnyOf(200, 201);
        var refused = TheRecord.json(body(answers, 409));
        var opened =
                answers.stream().filter(answer -> answer.statusCode() < 300).findFirst();
        var session = TheRecord.json(opened.orElseThrow().body()).get("id").asText();

        assertThat(refused.get("type").asText()).isEqualTo("/problems/single-active-session");
        assertThat(refused.get("session").asText()).isEqualTo(session);
        assertThat(open()).containsExactly(session);
        end(session);
    }

    private List<String> open() {
        return Stream.of("INVITED", "ACTIVE")
                .map(state -> caller.get(0, "/api/sessions?scope=all&owner=" + owner + "&state=" + state))
                .flatMap(page -> page.get("items").valueStream())
                .map(item -> item.get("id").asText())
                .toList();
    }

    private static String body(List<HttpResponse<String>> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == status)
                .findFirst()
                .orElseThrow()
                .body();
    }

    private void end(String session) {
        JsonNode ended = TheRecord.json(caller.trySend(post(1, "/api/sessions/" + session + "/end", "{}"))
                .body());
        assertThat(ended.get("state").asText()).isEqualTo("ENDED");
    }

    private HttpRequest.Builder post(int replica, String path, String body) {
        return caller.request(replica, path).POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
