package io.parley.teamsettings.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aName;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.aText;
import static io.parley.teamsettings.api.Api.aWorkflow;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.asSystem;
import static io.parley.teamsettings.api.Api.created;
import static io.parley.teamsettings.api.Api.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Assets and workflows over HTTP: drafts, versions that never change, archive. */
@QuarkusTest
@WithRealParts
class LibraryTest {

    private static final int LARGE = 3 * 1024 * 1024 + 17;

    @Test
    void aDraftHasNoVersionUntilItIsPublished() {
        var id = created("/api/assets", Map.of("team", aTeam(), "kind", "TEXT", "name", "Hello", "text", "Hello"));

        asAdmin().get("/api/assets/{id}", id).then().statusCode(200).body("version", nullValue());
        publish("/api/assets", id);
        asAdmin().get("/api/assets/{id}", id).then().body("version", equalTo(1));
    }

    @Test
    void aPublishedVersionStaysAsItIs() {
        var id = aText(aTeam(), "First");

        edit("/api/assets/" + id, Map.of("text", "Second")).then().statusCode(200);
        publish("/api/assets", id);

        asSystem().get("/api/assets/{id}/versions/1", id).then().body("text", equalTo("First"));
        asSystem().get("/api/assets/{id}/versions/2", id).then().body("text", equalTo("Second"));
        asAdmin().get("/api/assets/{id}/versions", id).then().body("version", contains(2, 1));
        asAdmin().get("/api/assets/{id}/versions/3", id).then().statusCode(404);
    }

    @Test
    void aDocumentComesBackAsItWasSent() {
        var pdf = aPdf(LARGE);
        var id = aDocument();

        upload(id, pdf, "terms.pdf").then().statusCode(200);
        publish("/api/assets", id);

        var answer = asSystem()
                .get("/api/assets/{id}/versions/1/content", id)
                .then()
                .statusCode(200)
                .extract();
        assertThat(answer.asByteArray()).isEqualTo(pdf);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(LARGE));
    }

    @Test
    void aFileIsWhatItsBytesSayAndNotItsName() {
        var id = aDocument();

        upload(id, "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "terms.pdf")
                .then()
                .statusCode(415)
                .body("type", endsWith("/unsupported-media-type"));
        upload(id, new byte[] {0x50, 0x4b, 3, 4, 0, 0}, "terms.pdf").then().statusCode(415);
        upload(id, new byte[0], "terms.pdf").then().statusCode(415);
        upload(id, "Plain, in UTF-8: \u00e4".getBytes(StandardCharsets.UTF_8), "x.exe")
                .then()
                .statusCode(200);
    }

    @Test
    void aFileAboveTheLimitIsRefused() {
        var id = aDocument();

        upload(id, aPdf(25 * 1024 * 1024), "just.pdf").then().statusCode(200);
        upload(id, aPdf(25 * 1024 * 1024 + 1), "large.pdf")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("/request-too-large"));
    }

    @Test
    void onlyADocumentHasContentAndNoPartIsNoFile() {
        var text = aText(aTeam(), "Text");

        upload(text, aPdf(100), "a.pdf").then().statusCode(400);
        asAdmin()
                .multiPart("other", "x")
                .post("/api/assets/{id}/content", aDocument())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void whatIsIncompleteIsNotPublished() {
        asAdmin()
                .post("/api/assets/{id}/publish", aDocument())
                .then()
                .statusCode(409)
                .body("type", endsWith("/nothing-to-publish"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/schema/properties/a/type | {'type':'text'}",
                "/schema/properties/a/minLength | {'type':'string','minLength':-1}",
                "/schema/properties/a/enum | {'enum':'yes'}",
                "/schema/properties/a/pattern | {'pattern':'('}",
                "/schema | {'$ref':'http://elsewhere.example/schema'}",
                "/schema | {'$dynamicRef':'http://elsewhere.example/schema'}"
            })
    void aFormThatIsNoJsonSchemaIsRefused(String pointer, String field) {
        var schema = "{\"type\":\"object\",\"properties\":{\"a\":" + field.replace('\'', '"') + "}}";

        create(
                        "/api/assets",
                        "{\"team\":\"" + aTeam() + "\",\"kind\":\"FORM\",\"name\":\"x\",\"schema\":" + schema + "}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aFormIsAJsonSchemaOfAnObject() {
        var team = aTeam();
        Map<String, Object> schema =
                Map.of("type", "object", "properties", Map.of("iban", Map.of("type", "string", "multipleOf", 0.01)));

        var id = created("/api/assets", Map.of("team", team, "kind", "FORM", "name", "Form", "schema", schema));

        asAdmin().get("/api/assets/{id}", id).then().body("schema.properties.iban.type", equalTo("string"));
        create("/api/assets", Map.of("team", team, "kind", "FORM", "name", "Form", "schema", Map.of("type", "array")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/schema/type"));
        create("/api/assets", Map.of("team", team, "kind", "TEXT", "name", "x", "schema", schema))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/schema"));
        for (var wrong :
                List.of("{\"x\": 1e999999}", "{\"x\": \"\\u0000\"}", "{\"\\u0000\": 1}", "{\"$ref\": \"#\"}", "7")) {
            create(
                            "/api/assets",
                            "{\"team\":\"" + team + "\",\"kind\":\"FORM\",\"name\":\"x\",\"schema\":"
                                    + "{\"type\":\"object\",\"properties\":{\"field\":" + wrong + "}}}")
                    .then()
                    .statusCode(400);
        }
        create("/api/assets", Map.of("team", team, "kind", "LINK", "name", "x", "url", "javascript:alert(1)"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/url"));
    }

    @Test
    void whatWasPublishedIsArchivedAndNotDeleted() {
        var team = aTeam();
        var id = aText(team, "Used");
        var draft = created("/api/assets", Map.of("team", team, "kind", "TEXT", "name", "Draft"));

        asAdmin().delete("/api/assets/{id}", id).then().statusCode(409).body("type", endsWith("/already-published"));
        asAdmin().delete("/api/assets/{id}", draft).then().statusCode(204);
        asAdmin().post("/api/assets/{id}/archive", id).then().statusCode(200).body("archived", equalTo(true));
        edit("/api/assets/" + id, Map.of("text", "x")).then().statusCode(409).body("type", endsWith("/archived"));
        asAdmin().post("/api/assets/{id}/publish", id).then().statusCode(409);
        asAdmin().get("/api/assets?team={team}", team).then().body("items", hasSize(0));
        asAdmin().get("/api/assets?team={team}&archived=true", team).then().body("items.id", contains(id));
        asAdmin().post("/api/assets/{id}/unarchive", id).then().statusCode(200).body("archived", equalTo(false));
    }

    @Test
    void anAssetMayBelongToSeveralTeams() {
        var one = aTeam();
        var two = aTeam();
        var id = aText(one, "Shared");

        edit("/api/assets/" + id, Map.of("teams", List.of(one, two))).then().statusCode(200);

        asAdmin().get("/api/assets?team={team}", two).then().body("items.id", contains(id));
        edit("/api/assets/" + id, Map.of("teams", List.of())).then().statusCode(400);
        edit("/api/assets/" + id, Map.of("kind", "LINK")).then().statusCode(400);
    }

    @Test
    void aWorkflowIsAListOfStepsOfItsVersion() {
        var team = aTeam();
        var id = aWorkflow(team, aText(team, "Read this"));

        edit("/api/workflows/" + id, Map.of("expiresAfter", "PT10M"))
                .then()
                .statusCode(200)
                .body("steps[0].id", equalTo("step-1"));
        publish("/api/workflows", id);

        asAdmin().get("/api/workflows/{id}/versions/1", id).then().body("expiresAfter", equalTo("PT5M"));
        asAdmin().get("/api/workflows/{id}/versions/2", id).then().body("expiresAfter", equalTo("PT10M"));
        asAdmin().delete("/api/workflows/{id}", id).then().statusCode(409);
        asAdmin().post("/api/workflows/{id}/archive", id).then().statusCode(200);
    }

    @Test
    void aStepShowsWhatFitsItsKind() {
        var team = aTeam();
        var text = aText(team, "Text");

        step(team, Map.of("name", "Fill", "kind", "FORM", "asset", text))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/steps/0/asset"));
        step(team, Map.of("name", "Read", "kind", "ACKNOWLEDGE"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/steps/0/asset"));
        step(team, Map.of("name", "Send", "kind", "UPLOAD", "asset", text))
                .then()
                .statusCode(400);
        step(team, Map.of("name", "Read", "kind", "ACKNOWLEDGE", "asset", team))
                .then()
                .statusCode(400);
        step(team, Map.of("name", "Dance", "kind", "DANCE")).then().statusCode(400);
        step(team, Map.of("name", "Sign", "kind", "SIGN", "asset", text)).then().statusCode(201);
    }

    @Test
    void aWorkflowOfUnpublishedAssetsIsNotPublished() {
        var team = aTeam();
        var draft = created("/api/assets", Map.of("team", team, "kind", "TEXT", "name", "Draft", "text", "x"));
        var id = step(team, Map.of("name", "Read", "kind", "ACKNOWLEDGE", "asset", draft))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        asAdmin()
                .post("/api/workflows/{id}/publish", id)
                .then()
                .statusCode(409)
                .body("type", endsWith("/nothing-to-publish"));
    }

    private static Response step(String team, Map<String, Object> step) {
        return create("/api/workflows", Map.of("team", team, "name", aName("Workflow"), "steps", List.of(step)));
    }

    private static Response create(String path, Object body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response edit(String path, Object patch) {
        return asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(path);
    }

    private static String aDocument() {
        return created("/api/assets", Map.of("team", aTeam(), "kind", "DOCUMENT", "name", "Terms"));
    }

    private static Response upload(String asset, byte[] content, String name) {
        return asAdmin().multiPart("file", name, content, "application/pdf").post("/api/assets/{id}/content", asset);
    }

    private static byte[] aPdf(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return Arrays.copyOf(bytes, size);
    }
}
