package io.parley.teamsettings.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.Tokens;
import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.asSystem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

/** Whatever comes in, the answer is a problem that the catalogue knows, and never our fault. */
@QuarkusTest
@WithRealParts
class BadInputTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "\"text\"",
            "[]",
            "[null]",
            "{",
            "{]",
            "{\"a\":1,\"a\":2}",
            "{} {}",
            "{\"name\":null}",
            "{\"name\":\"\\u0000\"}",
            "{\"name\":\"\\ud800\"}",
            "{\"name\":{}}",
            "{\"name\":[]}",
            "{\"name\":7}",
            "{\"name\":\"" + "x".repeat(200_000) + "\"}",
            "{\"\\u0000\":1}",
            "{\"__proto__\":{}}",
            "{\"team\":\"no id\",\"teams\":{},\"kind\":7,\"steps\":[null],\"mode\":[],\"subject\":{},\"link\":[]}",
            "{\"link\":{\"lifetime\":{\"\":[1e999999]}}}",
            "{\"kind\":\"TEXT\",\"name\":\"x\",\"team\":\"01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11\",\"text\":\"\\u0000\"}",
            "{\"subject\":\"\\u0000\"}",
            "{\"subject\":\"alice\",\"settingsTeam\":\"x\"}",
            "{\"mode\":\"LIST\",\"teams\":[null,{},7,{\"team\":null}]}",
            "{\"name\":\"x\",\"email\":\"x\",\"mainTeam\":\"x\",\"secondaryTeams\":[7]}",
            "[".repeat(3_000),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900));

    static Stream<Arguments> requests() {
        var team = "{team}";
        return Stream.of(
                Arguments.of("POST", "/api/teams", "application/json"),
                Arguments.of("PATCH", "/api/teams/" + team, MERGE_PATCH),
                Arguments.of("PATCH", "/api/settings", MERGE_PATCH),
                Arguments.of("PATCH", "/api/teams/" + team + "/settings", MERGE_PATCH),
                Arguments.of("PUT", "/api/teams/" + team + "/lending", "application/json"),
                Arguments.of("PUT", "/api/members/bad-input", "application/json"),
                Arguments.of("POST", "/api/assets", "application/json"),
                Arguments.of("POST", "/api/workflows", "application/json"),
                Arguments.of("POST", "/api/resolutions", "application/json"),
                Arguments.of("POST", "/api/logos", "image/png"),
                Arguments.of("POST", "/api/assets/" + team + "/content", "multipart/form-data; boundary=x"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aBodyThatIsNoneIsTheCallersFault(String method, String path, String type) {
        var address = path.replace("{team}", aTeam());

        for (var body : BODIES) {
            var caller = path.endsWith("resolutions") ? asSystem() : asAdmin();
            var answer = caller.header("If-Match", "*")
                    .header("Content-Type", type)
                    .body(body.getBytes())
                    .request(method, address);

            var isEmptyPatch = answer.statusCode() == 200;
            assertThat(isEmptyPatch || answer.statusCode() >= 400 && answer.statusCode() < 500)
                    .as("%s %s %.80s: %s %s", method, path, body, answer.statusCode(), answer.asString())
                    .isTrue();
            if (!isEmptyPatch) {
                assertThat(answer.contentType()).as(body).startsWith("application/problem+json");
                assertThat(answer.<String>path("type")).startsWith("/problems/");
            }
        }
    }

    @Test
    void randomRubbishIsTheCallersFault() {
        var random = new Random(42);
        var team = aTeam();
        var pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                "\"link\"",
                ":",
                ",",
                "null",
                "\"\\u0000\"",
                "1e400",
                "-0",
                "true",
                "\"room\"",
                "\"chat\"");
        for (int i = 0; i < 300; i++) {
            var body = new StringBuilder();
            random.ints(random.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .forEach(body::append);
            var status = asAdmin()
                    .header("If-Match", "*")
                    .contentType(MERGE_PATCH)
                    .body(body.toString())
                    .patch("/api/teams/{id}/settings", team)
                    .statusCode();
            assertThat(status).as(body.toString()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/teams/no-id",
                "/api/teams/%00",
                "/api/teams/01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11",
                "/api/members/%00",
                "/api/members/%F0%9F%98%80",
                "/api/snapshots/%00",
                "/api/snapshots/x",
                "/api/assets/no-id",
                "/api/assets/01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11/versions/x",
                "/api/assets/01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11/versions/1/content",
                "/api/teams/01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11/settings/revisions/99999999999999999999",
                "/api/logos/x",
                "/api/nothing",
                "/nothing",
                "/problems/nothing"
            })
    void anAddressThatLeadsNowhereIsNotFound(String path) {
        asAdmin()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/teams?limit=x",
                "/api/teams?limit=-1",
                "/api/teams?limit=99999999999",
                "/api/teams?cursor=AAAA",
                "/api/teams?cursor=%00",
                "/api/assets?team=x",
                "/api/assets?cursor=bm8",
                "/api/settings/revisions?cursor=bm8"
            })
    void aParameterThatIsNoneIsNamed(String path) {
        asAdmin()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", startsWith("/"));
    }

    @Test
    void methodsAndFormatsThatThereAreNot() {
        asAdmin()
                .put("/api/teams")
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .contentType("application/problem+json");
        asAdmin()
                .contentType("text/plain")
                .body("x")
                .post("/api/teams")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        asAdmin().accept("image/png").get("/api/teams").then().statusCode(406);
        asAdmin()
                .header("If-Match", "\"x\u0001")
                .contentType(MERGE_PATCH)
                .body("{}")
                .patch("/api/settings")
                .then()
                .statusCode(oneOf(400, 412));
    }

    @Test
    void anUnknownFieldIsNamed() {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "x", "nmae", "y"))
                .post("/api/teams")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unreadable-request"))
                .body("errors[0].pointer", equalTo("/nmae"));
    }

    @Test
    void allThatIsInvalidIsNamedAtOnce() {
        var errors = asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", " ", "email", "x", "secondaryTeams", new ArrayList<>()))
                .put("/api/members/somebody")
                .then()
                .statusCode(400)
                .extract()
                .<List<String>>path("errors.pointer");

        assertThat(errors).containsExactlyInAnyOrder("/name", "/email", "/mainTeam");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var head = "POST /api/teams HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("ada")
                + "\r\nContent-Type: application/json\r\nContent-Length: 1100000\r\n\r\n{";
        try (var socket = new Socket("localhost", RestAssured.port == -1 ? port : RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).contains(" 413 ");
        }
    }
}
