package io.parley.session.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ConcurrencyTest {

    private static final Map<String, Object> ANOTHER =
            Map.of("customer", Map.of("name", "Bea Bright", "email", "bea@example.org"));

    @RepeatedTest(10)
    void ofJoinAndReengageExactlyOneWins() throws Exception {
        var session = Given.anInvitedSession();
        var token = session.token();

        var answers = atOnce(List.of(() -> join(token), () -> session.command("re-engage", ANOTHER)));

        boolean joined = answers.get(0).statusCode() == 200;
        boolean reengaged = answers.get(1).statusCode() == 200;
        assertThat(joined).isNotEqualTo(reengaged);
        assertThat(answers.get(0).<String>path("type")).isEqualTo(joined ? null : "/problems/link-superseded");
        assertThat(answers.get(1).<String>path("type"))
                .isEqualTo(reengaged ? null : "/problems/customer-already-joined");
        assertThat(session.read().<String>path("state")).isEqualTo(joined ? "ACTIVE" : "INVITED");
    }

    @RepeatedTest(5)
    void ofManyBrowsersExactlyOneJoins() throws Exception {
        var session = Given.anInvitedSession();
        var token = session.token();

        var answers = atOnce(Stream.<Callable<Response>>generate(() -> () -> join(token))
                .limit(6)
                .toList());

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(5);
    }

    @RepeatedTest(5)
    void ofTwoStartsUnderSingleActiveSessionExactlyOneWins() throws Exception {
        var owner = Given.anOwnerWithSettings("{\"session\":{\"singleActive\":true}}");

        var answers = atOnce(Stream.<Callable<Response>>generate(() -> () -> start(owner))
                .limit(4)
                .toList());

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(3);
    }

    @RepeatedTest(3)
    void commandsToOneSessionLeaveAGaplessTimeline() throws Exception {
        var session = Given.anInvitedSession();
        var commands = List.of("end", "renew", "resend", "end", "renew", "link", "end", "renew");

        atOnce(commands.stream()
                .<Callable<Response>>map(command -> () -> session.command(command, null))
                .toList());

        List<Integer> sequences = Given.asMachine()
                .get("/api/sessions/{id}/timeline", session.id())
                .path("items.sequence");
        assertThat(sequences)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(session.read().<Integer>path("sequence")).isEqualTo(sequences.size());
    }

    @Test
    void manyStartsWithKeysUnderSettingsThatNobodyHasReadYetDoNotWaitForEachOther() throws Exception {
        var owner = Given.anOwnerWithSettings("{\"brand\":{\"name\":\"" + UUID.randomUUID() + "\"}}");

        var answers = atOnce(Stream.<Callable<Response>>generate(() -> () -> start(owner, UUID.randomUUID()))
                .limit(12)
                .toList());

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    }

    private static Response start(String owner, UUID key) {
        return Given.asMachine()
                .header("Idempotency-Key", key)
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", Given.anEmail())))
                .post("/api/sessions");
    }

    private static Response join(String token) {
        return RestAssured.given().contentType(ContentType.JSON).body("{}").post("/api/join/{token}", token);
    }

    private static Response start(String owner) {
        return Given.asMachine()
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", Given.anEmail())))
                .post("/api/sessions");
    }

    private static List<Response> atOnce(List<Callable<Response>> requests) throws Exception {
        var barrier = new CyclicBarrier(requests.size());
        var threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Future<Response>> answers = requests.stream()
                    .map(request -> threads.submit(() -> {
                        barrier.await();
                        return request.call();
                    }))
                    .toList();
            var all = new ArrayList<Response>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
