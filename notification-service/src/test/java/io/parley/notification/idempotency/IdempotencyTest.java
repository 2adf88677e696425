package io.parley.notification.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.OwnPort;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** What operators ask for under a key is done once. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(OwnPort.class)
class IdempotencyTest {

    @Inject
    Pool pool;

    private static final String EXEMPT = "x-no-idempotency-key";
    private static final String TOO_LONG = "k".repeat(256);

    @Test
    void aLostAnswerIsGivenAgainWhateverHappenedMeanwhile() {
        var key = UUID.randomUUID().toString();
        post(key, "/api/channels/sms/pause", null).then().statusCode(200).body("state", equalTo("PAUSED"));
        post(UUID.randomUUID().toString(), "/api/channels/sms/resume", null)
                .then()
                .statusCode(200);

        post(key, "/api/channels/sms/pause", null)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("state", equalTo("PAUSED"));
        Api.asAdmin().get("/api/channels/sms").then().body("state", equalTo("RUNNING"));
    }

    @Test
    void theSenderIsWokenAfterTheCommit() {
        var resumed = ARequest.byMail();
        var requeued = ARequest.byMail();
        post(UUID.randomUUID().toString(), "/api/channels/email/pause", null);
        Topics.publish(resumed);
        await().untilAsserted(() -> assertThat(Api.state(resumed)).isEqualTo("REQUESTED"));

        post(UUID.randomUUID().toString(), "/api/channels/email/resume", null);

        await().untilAsserted(() -> assertThat(Api.state(resumed)).isEqualTo("SENT"));
        // Taken in while nothing may leave, and due in an hour by the time something may
        post(UUID.randomUUID().toString(), "/api/channels/email/pause", null);
        Topics.publish(requeued);
        await().untilAsserted(() -> assertThat(Api.state(requeued)).isEqualTo("REQUESTED"));
        dueInAnHour(requeued);
        post(UUID.randomUUID().toString(), "/api/channels/email/resume", null);

        requeue(UUID.randomUUID().toString(), UUID.fromString(requeued.sessionId()));

        await().untilAsserted(() -> assertThat(Api.state(requeued)).isEqualTo("SENT"));
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        requeue(key, UUID.randomUUID()).then().statusCode(200).body("messages", equalTo(0));

        requeue(key, UUID.randomUUID()).then().statusCode(422).body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void ofTwinsOneIsDone() throws Exception {
        var key = UUID.randomUUID().toString();
        var session = UUID.randomUUID();
        var threads = Executors.newFixedThreadPool(4);

        var twins = threads.invokeAll(IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Response>) () -> requeue(key, session))
                .toList());
        for (var twin : twins) {
            assertThat(twin.get().statusCode()).isIn(200, 409);
        }
        threads.shutdown();

        requeue(key, session).then().statusCode(200).header("Idempotency-Replayed", "true");
    }

    @Test
    void aPreviewUnderAKeyIsAnsweredAlike() {
        var key = UUID.randomUUID().toString();
        var wanted = Map.of("kind", "INVITATION", "channel", "EMAIL");

        var first = post(key, "/api/templates/preview", wanted);

        first.then().statusCode(200);
        assertThat(post(key, "/api/templates/preview", wanted).asString()).isEqualTo(first.asString());
    }

    @Test
    void everyPostTakesAKeyAndSaysSoButReceipts() {
        var document = RestAssured.get("/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        Set<String> posts = paths.entrySet().stream()
                .filter(path -> path.getValue().containsKey("post"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(posts).hasSizeGreaterThan(4).allSatisfy(path -> {
            var operation = paths.get(path).get("post");
            if (operation.containsKey(EXEMPT)) {
                assertThat(path).isEqualTo("/callbacks/{gateway}");
            } else {
                assertThat(operation.get("parameters").toString()).contains("Idempotency-Key");
                assertThat(operation.get("responses").toString()).contains("409=", "422=");
                post(TOO_LONG, path.replace("{channel}", "sms"), List.of())
                        .then()
                        .statusCode(400)
                        .body("errors[0].detail", containsString("Idempotency-Key"));
            }
        });
    }

    private void dueInAnHour(ARequest request) {
        pool.preparedQuery("update message set due_at = now() + interval '1 hour' where id = $1")
                .execute(Tuple.of(request.messageId()))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private static Response requeue(String key, UUID session) {
        return post(key, "/api/notifications/requeue", Map.of("session", session));
    }

    private static Response post(String key, String path, Object body) {
        var request = Api.asAdmin().header("Idempotency-Key", key);
        return body == null
                ? request.post(path)
                : request.contentType(ContentType.JSON)
                        .body(body instanceof List ? "{}" : body)
                        .post(path);
    }
}
