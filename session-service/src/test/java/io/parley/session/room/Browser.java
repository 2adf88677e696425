package io.parley.session.room;

import java.util.HashMap;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import io.parley.session.testing.Given.ASession;

/** A customer's browser: it keeps the one cookie that it gets, and asks as the page's script would. */
public final class Browser {

    private static final String COOKIE = "__Host-parley-room";

    private String secret;

    /** A browser that has entered the session. */
    public static Browser in(ASession session) {
        var browser = new Browser();
        browser.enter(session.token(), Map.of()).then().statusCode(200);
        return browser;
    }

    public RequestSpecification asks() {
        var request = RestAssured.given();
        return secret == null ? request : request.header("Cookie", COOKIE + "=" + secret);
    }

    public Response knock(String token) {
        return asks().get("/api/join/{token}", token);
    }

    public Response enter(String token, Map<String, Object> shown) {
        var answer = asks().contentType(ContentType.JSON).body(shown).post("/api/join/{token}", token);
        if (answer.getCookie(COOKIE) != null) {
            secret = answer.getCookie(COOKIE);
        }
        return answer;
    }

    public Response post(String path) {
        return asks().contentType(ContentType.JSON).body("{}").post(path);
    }

    public Response room() {
        return asks().get("/api/room");
    }

    /** The id of the session workflow that was put in first. */
    public String workflow() {
        return room().path("workflows[0].id");
    }

    /** @param input null for none */
    public Response complete(String workflow, String step, Object input) {
        var body = new HashMap<String, Object>();
        if (input != null) {
            body.put("input", input);
        }
        return asks().contentType(ContentType.JSON)
                .body(body)
                .post("/api/room/workflows/{workflow}/steps/{step}", workflow, step);
    }

    public Response upload(String name, byte[] content) {
        return asks().multiPart("file", name, content).post("/api/room/documents");
    }

    public Response uploadFor(String workflow, String step, byte[] content) {
        return asks().multiPart("workflow", workflow)
                .multiPart("step", step)
                .multiPart("file", "passport.png", content)
                .post("/api/room/documents");
    }

    /** What the browser would send, to be looked at or tampered with. */
    public String secret() {
        return secret;
    }

    public Browser with(String otherSecret) {
        secret = otherSecret;
        return this;
    }
}
