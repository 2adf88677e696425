package io.parley.story;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

import io.parley.local.port.Port;
import io.parley.story.installation.Installation;

/** One who signs in: an agent, a supervisor, an administrator. */
record AColleague(String name) {

    static final AColleague ALICE = new AColleague("alice");
    static final AColleague BOB = new AColleague("bob");
    static final AColleague CAROL = new AColleague("carol");
    static final AColleague DAVE = new AColleague("dave");
    static final AColleague SAM = new AColleague("sam");
    static final AColleague ADA = new AColleague("ada");

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    Api sessions() {
        return Api.with(token(), Port.SESSION);
    }

    Api settings() {
        return Api.with(token(), Port.TEAM_SETTINGS);
    }

    Api notifications() {
        return Api.with(token(), Port.NOTIFICATION);
    }

    ASession starts(ANewSession session) {
        var made = triesToStart(session).done();
        return new ASession(this, made.getString("id"));
    }

    Answer triesToStart(ANewSession session) {
        return sessions().post("/api/sessions", session.body());
    }

    /** However often it is asked with the same key, it is one session. */
    Answer triesToStart(ANewSession session, String key) {
        return sessions().and("Idempotency-Key", key).post("/api/sessions", session.body());
    }

    /** The same session, with this colleague before it. */
    ASession sees(ASession session) {
        return new ASession(this, session.id());
    }

    /** The id of a workflow that may be put into a new session. */
    String workflow(String title) {
        return offered("").getString("workflows.find { it.name == '%s' }.id".formatted(title));
    }

    String asset(String title) {
        return offered("").getString("assets.find { it.name == '%s' }.id".formatted(title));
    }

    String workflowOf(String team, String title) {
        return offered("?settingsTeam=" + team).getString("workflows.find { it.name == '%s' }.id".formatted(title));
    }

    /** The id of a team that may be entered. */
    String team(String title) {
        return offered("").getString("teams.find { it.name == '%s' }.id".formatted(title));
    }

    private JsonPath offered(String query) {
        return sessions().get("/api/session-settings" + query).done();
    }

    String token() {
        return TOKENS.computeIfAbsent(name, AColleague::signIn);
    }

    private static String signIn(String name) {
        return RestAssured.given()
                .baseUri(Installation.http(Port.OIDC))
                .formParam("grant_type", "password")
                .formParam("client_id", "parley-cli")
                .formParam("username", name)
                .formParam("password", name)
                .post("/realms/parley/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
