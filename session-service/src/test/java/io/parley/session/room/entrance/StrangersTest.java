package io.parley.session.room.entrance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody gets at the entrance who is not the customer. */
@QuarkusTest
class StrangersTest {

    private static final int AT_ONCE = 12;

    @ParameterizedTest
    @ValueSource(strings = {"GET ", "POST ", "POST /otp", "POST /new-link"})
    void cannotTellAWrongLinkFromAnUnknownOneByAnythingInTheAnswer(String request) {
        var token = Rooms.aSessionWithPin("123456").token();
        var wrongSecret = token.substring(0, 63) + (token.charAt(63) == 'A' ? 'B' : 'A');
        var unknownSession = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        var planned = Given.aPlannedSession().id();

        var answers = Stream.of(wrongSecret, unknownSession, "nonsense", planned)
                .map(wrong -> told(ask(request, wrong)))
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).contains("/problems/link-unknown").contains("404");
    }

    @Test
    void guessNoMoreOftenAtOnceThanOneAfterTheOther() throws Exception {
        var session = Rooms.aSessionWithPin("123456");
        var token = session.token();

        var types =
                atOnce(() -> new Browser().enter(token, Map.of("pin", "000000")).path("type"));

        // Three attempts are allowed until it locks; the last of them says so already.
        assertThat(types).containsOnly("/problems/pin-wrong", "/problems/locked");
        assertThat(types.stream().filter("/problems/pin-wrong"::equals)).hasSizeLessThanOrEqualTo(3);
        assertThat(new Browser().enter(token, Map.of("pin", "123456")).<String>path("type"))
                .isEqualTo("/problems/locked");
    }

    @Test
    void causeNoMoreCodesAtOnceThanOneAfterTheOther() throws Exception {
        // Settings that no replica has read yet: who reads them under the lock needs no second connection for it.
        var token = Rooms.aSessionWith("{\"customer\":{\"authentication\":{\"method\":\"OTP\"}},\"brand\":{\"name\":\""
                        + UUID.randomUUID() + "\"}}")
                .token();

        var statuses =
                atOnce(() -> new Browser().post("/api/join/" + token + "/otp").statusCode());

        assertThat(statuses.stream().filter(status -> status == 202)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(AT_ONCE - 5);
    }

    @Test
    void doNotGetInByTheCookieOfAnotherSession() {
        var mine = Browser.in(Rooms.aSession());
        var token = Rooms.aSessionWithPin("123456").token();

        var answer = mine.enter(token, Map.of());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("/problems/pin-required");
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    private static Response ask(String request, String token) {
        var path = "/api/join/" + token + request.substring(request.indexOf(' ') + 1);
        return request.startsWith("GET") ? new Browser().asks().get(path) : new Browser().post(path);
    }

    private static String told(Response answer) {
        var headers = new TreeMap<String, String>();
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.remove("Date");
        return answer.statusCode() + " " + headers + " " + answer.asString();
    }

    private static <T> List<T> atOnce(Callable<T> request) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(
                    Stream.generate(() -> request).limit(AT_ONCE).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
