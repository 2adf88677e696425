package io.parley.teamsettings.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aName;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What is asked for under a key is done once. */
@QuarkusTest
@WithRealParts
class IdempotencyTest {

    private static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};

    @Test
    void theSameRequestUnderTheSameKeyIsDoneOnceAndAnsweredAlike() {
        var key = aKey();
        var name = aName("Team");

        var first = team(key, name);
        var second = team(key, name);

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
        var key = aKey();
        team(key, aName("Team")).then().statusCode(201);

        team(key, aName("Team")).then().statusCode(422).body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void aRefusalIsFoundAnew() {
        var key = aKey();
        var name = aName("Team");
        var taken = aTeam(name);
        team(key, name).then().statusCode(409).body("type", endsWith("/team-name-taken"));
        asAdmin()
                .header("If-Match", "*")
                .delete("/api/teams/{id}", taken)
                .then()
                .statusCode(204);

        team(key, name).then().statusCode(201);
    }

    @Test
    void theBytesOfAFileArePartOfWhatIsAsked() {
        var key = aKey();
        var asset = created("/api/assets", Map.of("team", aTeam(), "kind", "DOCUMENT", "name", aName("Terms")));
        var first = content(key, asset, "First");

        content(key, asset, "First")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("ETag", equalTo(first.header("ETag")));
        content(key, asset, "Second").then().statusCode(422);
    }

    @Test
    void ofTwinsOneIsDone() throws Exception {
        var key = aKey();
        var name = aName("Team");

        var answers = atOnce(4, i -> () -> team(key, name));

        assertThat(answers).extracting(Response::statusCode).contains(201).allMatch(s -> s == 201 || s == 409);
        assertThat(answers.stream().filter(a -> a.statusCode() == 409))
                .allMatch(a -> a.<String>path("type").endsWith("/request-in-progress"));
        assertThat(answers.stream().filter(a -> a.statusCode() == 201).map(a -> a.<String>path("id")))
                .containsOnly(team(key, name).<String>path("id"));
    }

    /** More at once than there are connections: a second one for the file would never come. */
    @Test
    void noneWaitsForAConnectionThatAnotherOneHolds() throws Exception {
        var asset = created("/api/assets", Map.of("team", aTeam(), "kind", "DOCUMENT", "name", aName("Terms")));

        var answers = atOnce(24, i -> () -> i % 2 == 0 ? logo(aKey(), i) : content(aKey(), asset, "Text " + i));

        assertThat(answers).extracting(Response::statusCode).allMatch(status -> status == 200 || status == 201);
    }

    private static List<Response> atOnce(int many, IntFunction<Callable<Response>> request)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(many);
        try {
            var answers =
                    threads.invokeAll(IntStream.range(0, many).mapToObj(request).toList());
            var all = Stream.<Response>builder();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all.build().toList();
        } finally {
            threads.shutdown();
        }
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification with(String key) {
        return asAdmin().header("Idempotency-Key", key);
    }

    private static Response team(String key, String name) {
        return with(key)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/api/teams");
    }

    private static Response content(String key, String asset, String text) {
        return with(key)
                .multiPart("file", "terms.txt", text.getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/api/assets/{id}/content", asset);
    }

    private static Response logo(String key, int number) {
        var picture = PNG.clone();
        picture[picture.length - 1] = (byte) number;
        return with(key).contentType("image/png").body(picture).post("/api/logos");
    }
}
