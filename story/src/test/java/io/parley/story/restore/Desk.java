package io.parley.story.restore;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import io.parley.local.catcher.Message;
import io.parley.local.port.Port;
import io.parley.operate.Operate;

import static org.assertj.core.api.Assertions.assertThat;

/** What an agent, her customers and an operator do at a site; it knows nothing that they would not know. */
record Desk(Site site, String token) {

    /** What a command of the operator ended with and said. */
    record Said(int exit, String words) {}

    static Desk ofAlice(Site site) {
        return new Desk(
                site,
                RestAssured.given()
                        .formParam("grant_type", "password")
                        .formParam("client_id", "parley-cli")
                        .formParam("username", "alice")
                        .formParam("password", "alice")
                        .post(site.http(Port.OIDC) + "/realms/parley/protocol/openid-connect/token")
                        .path("access_token"));
    }

    /** By mail, unless it is only planned. */
    String start(String name, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("customer", Map.of("name", name, "email", address(name)));
        return done(post("/api/sessions", body)).getString("id");
    }

    JsonPath get(String path) {
        return done(RestAssured.given().auth().oauth2(token).get(site.http(Port.SESSION) + path));
    }

    JsonPath session(String id) {
        return get("/api/sessions/" + id);
    }

    int status(String id) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get(site.http(Port.SESSION) + "/api/sessions/" + id)
                .statusCode();
    }

    JsonPath does(String id, String command) {
        return done(post("/api/sessions/" + id + "/" + command, Map.of()));
    }

    /** Ids of all that happened, in order. */
    List<String> timeline(String id) {
        return get("/api/sessions/" + id + "/timeline?limit=100").getList("items.id");
    }

    /** Newest first. */
    List<Message> mails(String name) {
        return List.of(RestAssured.given()
                .queryParam("to", address(name))
                .get(site.http(Port.CATCHER) + "/api/messages")
                .as(Message[].class));
    }

    /** The token of the newest link. */
    String link(String name) {
        return mails(name).get(0).links().stream()
                .filter(link -> link.contains("/j/"))
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }

    Response join(String link) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of())
                .post(site.http(Port.SESSION) + "/api/join/" + link);
    }

    /** Enters, and answers what the browser keeps. */
    String cookieOf(String link) {
        var answer = join(link);
        done(answer);
        var cookie = answer.header("Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    JsonPath room(String cookie) {
        return done(RestAssured.given().header("Cookie", cookie).get(site.http(Port.SESSION) + "/api/room"));
    }

    Said operate(String... command) {
        var words = new StringWriter();
        var exit = Operate.commandLine(Map.of(
                        "PARLEY_SESSION_URL", site.http(Port.SESSION),
                        "PARLEY_NOTIFICATION_URL", site.http(Port.NOTIFICATION),
                        "PARLEY_TEAM_SETTINGS_URL", site.http(Port.TEAM_SETTINGS),
                        "PARLEY_ISSUER", site.http(Port.OIDC) + "/realms/parley",
                        "PARLEY_CLIENT_SECRET", "parley-operate"))
                .setOut(new PrintWriter(words, true))
                .setErr(new PrintWriter(words, true))
                .execute(command);
        return new Said(exit, words.toString());
    }

    private Response post(String path, Map<String, ?> body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(site.http(Port.SESSION) + path);
    }

    private static String address(String name) {
        return name.toLowerCase() + "@restored.example.org";
    }

    private static JsonPath done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer.jsonPath();
    }
}
