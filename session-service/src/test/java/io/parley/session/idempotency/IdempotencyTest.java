package io.parley.session.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class IdempotencyTest {

    @Test
    void theSameRequestUnderTheSameKeyIsDoneOnceAndAnsweredAlike() {
        var key = UUID.randomUUID().toString();
        var body = body(Given.anOwner());

        var first = start(key, body);
        var second = start(key, body);

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")));
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        start(key, body(Given.anOwner())).then().statusCode(201);

        start(key, body(Given.anOwner())).then().statusCode(422).body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void aCommandIsNotDoneTwice() {
        var session = Given.anInvitedSession();
        var key = UUID.randomUUID().toString();

        command(key, session, "resend").then().statusCode(200).body("invitation.number", equalTo(2));
        command(key, session, "resend").then().statusCode(200).body("invitation.number", equalTo(2));

        session.read().then().body("counts.invitations", equalTo(2));
    }

    @Test
    void aRefusalIsFoundAnew() {
        var session = Given.aPlannedSession();
        var key = UUID.randomUUID().toString();
        command(key, session, "resend").then().statusCode(409);
        session.command("invite", null).then().statusCode(200);

        command(key, session, "resend").then().statusCode(200);
    }

    @Test
    void ofTwinsOneIsDone() throws Exception {
        var key = UUID.randomUUID().toString();
        var owner = Given.anOwner();
        var threads = Executors.newFixedThreadPool(4);

        List<Future<Response>> twins = IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(() -> start(key, body(owner))))
                .toList();
        var ids = new ArrayList<String>();
        for (var twin : twins) {
            var answer = twin.get();
            assertThat(answer.statusCode()).isIn(201, 409);
            if (answer.statusCode() == 201) {
                ids.add(answer.path("id"));
            }
        }
        threads.shutdown();

        assertThat(ids).isNotEmpty().allMatch(ids.get(0)::equals);
        assertThat(Given.asMachine().get("/api/sessions?owner=" + owner).<List<String>>path("items.id"))
                .hasSize(1);
    }

    private static Map<String, Object> body(String owner) {
        return Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", "anna@example.org"));
    }

    private static Response start(String key, Object body) {
        return Given.asMachine().header("Idempotency-Key", key).body(body).post("/api/sessions");
    }

    private static Response command(String key, Given.ASession session, String name) {
        return Given.asMachine().header("Idempotency-Key", key).post("/api/sessions/{id}/{name}", session.id(), name);
    }
}
