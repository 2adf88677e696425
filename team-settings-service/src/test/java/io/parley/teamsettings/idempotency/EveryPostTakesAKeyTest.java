package io.parley.teamsettings.idempotency;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Walks the OpenAPI document, so that no new POST can forget its key. */
@QuarkusTest
@WithRealParts
class EveryPostTakesAKeyTest {

    private static final String EXEMPT = "x-no-idempotency-key";
    private static final String TOO_LONG = "k".repeat(256);

    @Test
    void everyPostTakesAKeyAndSaysSoButTheOneThatOnlyReads() {
        var document = RestAssured.get("/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        var posts = paths.entrySet().stream()
                .filter(path -> path.getValue().containsKey("post"))
                .toList();

        assertThat(posts)
                .filteredOn(post -> post.getValue().get("post").containsKey(EXEMPT))
                .extracting(Map.Entry::getKey)
                .isEqualTo(List.of("/api/resolutions"));
        assertThat(posts)
                .filteredOn(post -> !post.getValue().get("post").containsKey(EXEMPT))
                .hasSizeGreaterThan(10)
                .allSatisfy(post -> {
                    var operation = post.getValue().get("post");
                    assertThat(operation.get("parameters").toString()).contains("Idempotency-Key");
                    assertThat(operation.get("responses").toString()).contains("409=", "422=");
                    refusesTheKey(post.getKey(), operation);
                });
    }

    /** The key is looked at before all that the request asks for. */
    private static void refusesTheKey(String path, Map<String, Object> operation) {
        var address = path.replace("{revision}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var request = asAdmin().header("Idempotency-Key", TOO_LONG);
        var sent = kinds(operation).contains("multipart/form-data")
                ? request.multiPart("file", "name", new byte[] {1})
                : kinds(operation).isEmpty()
                        ? request
                        : request.contentType(kinds(operation).iterator().next())
                                .body("{\"name\": \"x\"}".getBytes());
        sent.post(address).then().statusCode(400).body("errors[0].detail", containsString("Idempotency-Key"));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> kinds(Map<String, Object> operation) {
        var body = (Map<String, Object>) operation.get("requestBody");
        return body == null ? Set.of() : ((Map<String, Object>) body.get("content")).keySet();
    }
}
