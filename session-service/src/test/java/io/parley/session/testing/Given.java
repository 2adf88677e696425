package io.parley.session.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import io.parley.local.testing.Tokens;

/** Sessions in the situation that a test begins with, each of an owner and a customer of its own. */
public final class Given {

    private Given() {}

    /** A started session, as its creator got it. */
    public record ASession(String id, String owner, String email) {

        /** A link that the agent would carry. */
        public String token() {
            var link = text("link", asMachine().post("/api/sessions/{id}/link", id), 200);
            return link.substring(link.lastIndexOf('/') + 1);
        }

        public Response read() {
            return asMachine().get("/api/sessions/{id}", id);
        }

        public Response command(String name, Object body) {
            var request = asMachine();
            return (body == null ? request : request.body(body)).post("/api/sessions/{id}/{name}", id, name);
        }
    }

    public static String anOwner() {
        return "agent-" + UUID.randomUUID();
    }

    /** An owner whose settings differ from the example by this merge patch of a resolution. */
    public static String anOwnerWith(String patch) {
        var owner = anOwner();
        TeamSettings.change(owner, patch);
        return owner;
    }

    /** An owner whose settings differ from the example by this merge patch of the settings. */
    public static String anOwnerWithSettings(String patch) {
        return anOwnerWith("{\"settings\":" + patch + "}");
    }

    public static String anEmail() {
        return "customer-" + UUID.randomUUID() + "@example.org";
    }

    public static ASession anInvitedSession() {
        return aSessionOf(anOwner(), Map.of());
    }

    public static ASession aPlannedSession() {
        return aSessionOf(anOwner(), Map.of("plan", true));
    }

    public static ASession anEndedSession() {
        var session = anInvitedSession();
        session.command("end", null).then().statusCode(200);
        return session;
    }

    /** A session whose customer has joined in some browser. */
    public static ASession anActiveSession() {
        var session = anInvitedSession();
        join(session);
        return session;
    }

    public static Response join(ASession session) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/join/{token}", session.token());
    }

    public static ASession aSessionOf(String owner, Map<String, Object> more) {
        return aSessionOf(owner, more, asMachine());
    }

    /** Started with a header of the caller's. */
    public static ASession aSessionWith(String header, String value) {
        return aSessionOf(anOwner(), Map.of(), asMachine().header(header, value));
    }

    private static ASession aSessionOf(String owner, Map<String, Object> more, RequestSpecification request) {
        var email = anEmail();
        var body = new HashMap<String, Object>(more);
        body.put("owner", owner);
        body.putIfAbsent("customer", Map.of("name", "Anna Ames", "email", email));
        return new ASession(text("id", request.body(body).post("/api/sessions"), 201), owner, email);
    }

    /** By Jackson: REST Assured compiles each path that it is asked for, which takes longer than the request. */
    private static String text(String member, Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .extract()
                .as(JsonNode.class)
                .get(member)
                .textValue();
    }

    public static RequestSpecification asMachine() {
        return with(Tokens.system());
    }

    public static RequestSpecification as(String user) {
        return with(Tokens.of(user));
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
