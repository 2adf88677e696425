package io.parley.teamsettings.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.teamsettings.api.Api;
import io.parley.teamsettings.api.WithRealParts;

import static org.assertj.core.api.Assertions.assertThat;

/** Every endpoint of the OpenAPI document, for every role and for nobody: who may, and that nobody else may. */
@QuarkusTest
@WithRealParts
class AuthorizationTest {

    private static final String ALL = "agent supervisor admin system";

    /** Who may; an endpoint that stands here not at all, or that is not there, fails the test. */
    private static final Map<String, String> MAY = Map.ofEntries(
            Map.entry("GET /problems", "anybody"),
            Map.entry("GET /problems/{name}", "anybody"),
            Map.entry("GET /api/logos/{sha256}", "anybody"),
            Map.entry("POST /api/logos", "admin"),
            Map.entry("GET /api/teams", ALL),
            Map.entry("POST /api/teams", "admin"),
            Map.entry("GET /api/teams/{id}", ALL),
            Map.entry("PATCH /api/teams/{id}", "admin"),
            Map.entry("DELETE /api/teams/{id}", "admin"),
            Map.entry("GET /api/teams/{id}/members", "supervisor admin system"),
            Map.entry("GET /api/teams/{id}/lending", "admin system"),
            Map.entry("PUT /api/teams/{id}/lending", "admin"),
            Map.entry("GET /api/teams/{id}/settings", "admin system"),
            Map.entry("PATCH /api/teams/{id}/settings", "admin"),
            Map.entry("GET /api/teams/{id}/settings/revisions", "admin"),
            Map.entry("GET /api/teams/{id}/settings/revisions/{revision}", "admin"),
            Map.entry("POST /api/teams/{id}/settings/revisions/{revision}/restore", "admin"),
            Map.entry("GET /api/teams/{id}/settings/revisions/{revision}/diff/{other}", "admin"),
            Map.entry("POST /api/teams/{id}/settings/preview", "admin"),
            Map.entry("GET /api/teams/{id}/lint", "admin"),
            Map.entry("GET /api/settings/revisions/{revision}/diff/{other}", "admin"),
            Map.entry("POST /api/settings/preview", "admin"),
            Map.entry("GET /api/settings/lint", "admin"),
            Map.entry("GET /api/settings", "admin system"),
            Map.entry("PATCH /api/settings", "admin"),
            Map.entry("GET /api/settings/revisions", "admin"),
            Map.entry("GET /api/settings/revisions/{revision}", "admin"),
            Map.entry("POST /api/settings/revisions/{revision}/restore", "admin"),
            Map.entry("GET /api/members", "admin system"),
            Map.entry("GET /api/members/{subject}", ALL),
            Map.entry("PUT /api/members/{subject}", "admin"),
            Map.entry("DELETE /api/members/{subject}", "admin"),
            Map.entry("POST /api/members-import", "admin"),
            Map.entry("GET /api/members-export", "admin"),
            Map.entry("GET /api/changes", "admin"),
            Map.entry("GET /api/changes/export", "admin"),
            Map.entry("GET /api/me/teams", "agent supervisor admin"),
            Map.entry("GET /api/assets", "admin system"),
            Map.entry("POST /api/assets", "admin"),
            Map.entry("GET /api/assets/{id}", "admin system"),
            Map.entry("PATCH /api/assets/{id}", "admin"),
            Map.entry("DELETE /api/assets/{id}", "admin"),
            Map.entry("POST /api/assets/{id}/content", "admin"),
            Map.entry("POST /api/assets/{id}/publish", "admin"),
            Map.entry("POST /api/assets/{id}/archive", "admin"),
            Map.entry("POST /api/assets/{id}/unarchive", "admin"),
            Map.entry("GET /api/assets/{id}/versions", "admin system"),
            Map.entry("GET /api/assets/{id}/versions/{version}", "admin system"),
            Map.entry("GET /api/assets/{id}/versions/{version}/content", "admin system"),
            Map.entry("GET /api/workflows", "admin system"),
            Map.entry("POST /api/workflows", "admin"),
            Map.entry("GET /api/workflows/{id}", "admin system"),
            Map.entry("PATCH /api/workflows/{id}", "admin"),
            Map.entry("DELETE /api/workflows/{id}", "admin"),
            Map.entry("POST /api/workflows/{id}/publish", "admin"),
            Map.entry("POST /api/workflows/{id}/archive", "admin"),
            Map.entry("POST /api/workflows/{id}/unarchive", "admin"),
            Map.entry("GET /api/workflows/{id}/versions", "admin system"),
            Map.entry("GET /api/workflows/{id}/versions/{version}", "admin system"),
            Map.entry("POST /api/resolutions", "system"),
            Map.entry("GET /api/snapshots/{hash}", "admin system"));

    private static final Map<String, String> USERS = Map.of("agent", "bob", "supervisor", "sam", "admin", "ada");

    @Test
    void everyEndpointIsInTheMatrix() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");

        var endpoints = new TreeSet<String>();
        paths.forEach((path, item) -> item.keySet().stream()
                .filter(Set.of("get", "put", "post", "patch", "delete", "head", "options")::contains)
                .forEach(method -> endpoints.add(method.toUpperCase() + " " + path)));

        assertThat(endpoints).isEqualTo(new TreeSet<>(MAY.keySet()));
    }

    static Stream<String> cells() {
        return MAY.keySet().stream().sorted().flatMap(endpoint -> Stream.of(
                        "nobody", "agent", "supervisor", "admin", "system")
                .map(role -> role + " " + endpoint));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aCellOfTheMatrixHolds(String cell) {
        var words = cell.split(" ");
        var allowed = MAY.get(words[1] + " " + words[2]);

        var status = call(as(words[0]), words[1], words[2]);

        if (allowed.equals("anybody") || List.of(allowed.split(" ")).contains(words[0])) {
            assertThat(status).isNotIn(401, 403, 500);
        } else {
            assertThat(status).isEqualTo(words[0].equals("nobody") ? 401 : 403);
        }
    }

    @Test
    void aTokenThatIsNoneIsRefusedAsAProblem() {
        for (var token : new ArrayList<>(List.of("abc", "a.b.c", Api.class.getName()))) {
            RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .get("/api/teams")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer");
        }
    }

    private static RequestSpecification as(String role) {
        if (role.equals("nobody")) {
            return RestAssured.given();
        }
        return role.equals("system") ? Api.asSystem() : Api.as(USERS.get(role));
    }

    /** With ids that lead to nothing and bodies that are none: who may gets a refusal of another kind. */
    private static int call(RequestSpecification request, String method, String path) {
        var type = path.endsWith("/content")
                ? "multipart/form-data"
                : method.equals("PATCH")
                        ? "application/merge-patch+json"
                        : path.endsWith("/logos")
                                ? "image/png"
                                : path.endsWith("-import") ? "text/csv" : "application/json";
        var body = !method.equals("GET") && !method.equals("DELETE") && !type.startsWith("multipart");
        var asked = type.startsWith("multipart") && method.equals("POST") ? request.multiPart("x", "y") : request;
        return (body ? asked.contentType(type).body("{}".getBytes(StandardCharsets.UTF_8)) : asked)
                .request(
                        method,
                        path.replaceAll("\\{(id|subject)}", "01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11")
                                .replaceAll("\\{(revision|version|other)}", "1")
                                .replaceAll("\\{\\w+}", "none"))
                .statusCode();
    }
}
