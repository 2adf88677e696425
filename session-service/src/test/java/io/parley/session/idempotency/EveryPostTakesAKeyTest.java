package io.parley.session.idempotency;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks the OpenAPI document, so that no new POST can forget its key. */
@QuarkusTest
class EveryPostTakesAKeyTest {

    private static final String TOO_LONG = "k".repeat(256);

    @Test
    void everyPostTakesAKeyAndSaysSo() {
        var document = RestAssured.get("/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");

        var posts = paths.entrySet().stream()
                .filter(path -> path.getValue().containsKey("post"))
                .toList();

        assertThat(posts).hasSizeGreaterThan(15);
        assertThat(posts).allSatisfy(post -> {
            var operation = post.getValue().get("post");
            assertThat(operation).doesNotContainKey("x-no-idempotency-key");
            assertThat(operation.get("parameters").toString()).contains("Idempotency-Key");
            assertThat(operation.get("responses").toString()).contains("409=", "422=");
            assertThat(refusal(post.getKey(), operation)).contains("Idempotency-Key");
        });
    }

    /** Else two builds of the same sources would differ. */
    @Test
    void theParametersOfEachStandInOneOrder() {
        Map<String, Map<String, Object>> paths =
                RestAssured.get("/openapi?format=json").jsonPath().getMap("paths");

        var lists = paths.values().stream()
                .flatMap(path -> path.values().stream())
                .filter(Map.class::isInstance)
                .map(operation -> ((Map<?, ?>) operation).get("parameters"))
                .filter(List.class::isInstance)
                .map(parameters -> ((List<?>) parameters)
                        .stream().map(one -> place((Map<?, ?>) one)).toList())
                .toList();

        assertThat(lists).hasSizeGreaterThan(30).allSatisfy(places -> assertThat(places)
                .isSorted());
    }

    private static String place(Map<?, ?> parameter) {
        return List.of("path", "query", "header", "cookie").indexOf(parameter.get("in")) + " " + parameter.get("name");
    }

    /** The key is looked at before all that the request asks for. */
    private static String refusal(String path, Map<String, Object> operation) {
        var address = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var request = Given.asMachine().header("Idempotency-Key", TOO_LONG);
        var isForm = String.valueOf(operation.get("requestBody")).contains("multipart");
        var sent = isForm
                ? request.contentType(ContentType.MULTIPART).multiPart("file", "name", new byte[] {1})
                : request.contentType(ContentType.JSON).body("{}");
        var answer = sent.post(address);
        assertThat(answer.statusCode()).describedAs(path).isEqualTo(400);
        return answer.asString();
    }
}
