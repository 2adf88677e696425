package io.parley.teamsettings.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import io.parley.local.testing.Tokens;

import static io.restassured.RestAssured.given;

/** Sentences in which tests speak to the service. */
public final class Api {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private Api() {}

    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user));
    }

    public static RequestSpecification asAdmin() {
        return as("ada");
    }

    public static RequestSpecification asSystem() {
        return given().auth().oauth2(Tokens.system());
    }

    public static String aName(String prefix) {
        return prefix + " " + UUID.randomUUID();
    }

    /** The id of a new team. */
    public static String aTeam() {
        return aTeam(aName("Team"));
    }

    public static String aTeam(String name) {
        return created("/api/teams", Map.of("name", name));
    }

    /** The subject of a new member. */
    public static String aMemberOf(String team, String... secondary) {
        var subject = "m-" + UUID.randomUUID();
        putMember(subject, team, secondary).then().statusCode(201);
        return subject;
    }

    public static Response putMember(String subject, String team, String... secondary) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of(
                        "name",
                        "Some Body",
                        "email",
                        "some.body@example.com",
                        "mainTeam",
                        team,
                        "secondaryTeams",
                        List.of(secondary)))
                .put("/api/members/{subject}", subject);
    }

    public static Response patchSettings(String team, Object patch) {
        return asAdmin()
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body(patch)
                .patch(team == null ? "/api/settings" : "/api/teams/" + team + "/settings");
    }

    public static void set(String team, Object patch) {
        patchSettings(team, patch).then().statusCode(200);
    }

    public static void lend(String team, String mode, Object... to) {
        asAdmin()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("mode", mode, "teams", List.of(to)))
                .put("/api/teams/{id}/lending", team)
                .then()
                .statusCode(200);
    }

    public static Response resolve(String subject, String settingsTeam) {
        var body = settingsTeam == null
                ? Map.of("subject", subject)
                : Map.of("subject", subject, "settingsTeam", settingsTeam);
        return asSystem().contentType(ContentType.JSON).body(body).post("/api/resolutions");
    }

    /** The id of a new text, published. */
    public static String aText(String team, String text) {
        var id = created("/api/assets", Map.of("team", team, "kind", "TEXT", "name", aName("Text"), "text", text));
        publish("/api/assets", id);
        return id;
    }

    /** The id of a new workflow of one step, published. */
    public static String aWorkflow(String team, String asset) {
        var step = Map.of("name", "Read", "kind", "ACKNOWLEDGE", "asset", asset);
        var id = created(
                "/api/workflows",
                Map.of("team", team, "name", aName("Workflow"), "expiresAfter", "PT5M", "steps", List.of(step)));
        publish("/api/workflows", id);
        return id;
    }

    /** The id, read by Jackson: REST Assured compiles each path that it is asked for, longer than the request takes. */
    public static String created(String path, Object body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .as(JsonNode.class)
                .get("id")
                .textValue();
    }

    public static void publish(String path, String id) {
        asAdmin().post(path + "/{id}/publish", id).then().statusCode(200);
    }
}
