package io.parley.session.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class SessionAccessTest {

    private static final String IN_SUPPORT =
            "{\"homeTeam\":{\"id\":\"%s\",\"name\":\"Support\"}}".formatted(TeamSettings.SUPPORT);

    @Test
    void withoutATokenNothingIsTold() {
        RestAssured.given()
                .get("/api/sessions")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", endsWith("/unauthenticated"));
    }

    @Test
    void aForgedTokenIsRefused() {
        RestAssured.given()
                .auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSIsInJvbGVzIjpbImFnZW50Il19.")
                .get("/api/sessions")
                .then()
                .statusCode(401);
    }

    @Test
    void anAdminSeesNoSessions() {
        var session = Given.anInvitedSession();

        Given.as("ada").get("/api/sessions/{id}", session.id()).then().statusCode(403);
    }

    @Test
    void anAgentWorksWithTheirOwnSession() {
        String id = aliceStarts();

        Given.as("alice").get("/api/sessions/{id}", id).then().statusCode(200);
        Given.as("alice")
                .post("/api/sessions/{id}/end", id)
                .then()
                .statusCode(200)
                .body("endReason", equalTo("AGENT"));
    }

    @ParameterizedTest
    @CsvSource({"get,", "post,/end", "post,/resend", "post,/renew", "post,/link", "post,/invite"})
    void anotherAgentsSessionCannotBeToldFromNone(String method, String command) {
        TeamSettings.change("bob", IN_SUPPORT);
        String id = aliceStarts();

        Given.as("bob")
                .request(method, "/api/sessions/" + id + (command == null ? "" : command))
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
    }

    @Test
    void norByNamingAVersionOfIt() {
        TeamSettings.change("bob", IN_SUPPORT);
        String id = aliceStarts();

        Given.as("bob")
                .header("If-Match", "\"999\"")
                .post("/api/sessions/{id}/end", id)
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
    }

    @Test
    void aSupervisorOfTheHomeTeamSeesEndsAndTransfersAndNoMore() {
        String id = aliceStarts();

        Given.as("sam").get("/api/sessions/{id}", id).then().statusCode(200);
        Given.as("sam").post("/api/sessions/{id}/link", id).then().statusCode(403);
        Given.as("sam").post("/api/sessions/{id}/resend", id).then().statusCode(403);
        Given.as("sam")
                .body(Map.of("owner", "carol"))
                .post("/api/sessions/{id}/transfer", id)
                .then()
                .statusCode(200)
                .body("owner", equalTo("carol"))
                .body("homeTeam", equalTo(TeamSettings.SALES));
        Given.as("sam")
                .post("/api/sessions/{id}/end", id)
                .then()
                .statusCode(200)
                .body("endReason", equalTo("SUPERVISOR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset", "workflow"})
    void whoMayNotChangeASessionIsNotToldWhatIsInTheLibrary(String what) {
        String id = aliceStarts();

        Given.as("sam")
                .body(Map.of(what, UUID.randomUUID()))
                .post("/api/sessions/{id}/{what}s", id, what)
                .then()
                .statusCode(403)
                .body("type", endsWith("/forbidden"));
    }

    @Test
    void nobodysFileIsLookedAtWhoMayNotAddIt() {
        String id = aliceStarts();

        Given.as("sam")
                .contentType("multipart/form-data")
                .multiPart("file", "a.gif", "GIF89a".getBytes(), "image/gif")
                .post("/api/sessions/{id}/documents", id)
                .then()
                .statusCode(403)
                .body("type", endsWith("/forbidden"));
    }

    @Test
    void aSupervisorOfAnotherTeamSeesNothing() {
        TeamSettings.change("sue", IN_SUPPORT);
        String id = aliceStarts();

        Given.as("sue").get("/api/sessions/{id}", id).then().statusCode(404);
    }

    @Test
    void theHistoryScopeOpensTheTeamsSessionsForReading() {
        var session = Given.anInvitedSession();
        Given.as("dave").get("/api/sessions/{id}", session.id()).then().statusCode(404);

        TeamSettings.change("dave", "{\"historyScope\":\"TEAM\"}");
        Given.as("dave").get("/api/sessions/{id}", session.id()).then().statusCode(200);
        Given.as("dave").post("/api/sessions/{id}/end", session.id()).then().statusCode(403);
        TeamSettings.change("dave", "{\"historyScope\":\"MINE\"}");
    }

    @Test
    void aListHoldsOnlyWhatItsReaderMaySee() {
        String mine = aliceStarts();
        var foreign = Given.anInvitedSession();

        List<String> found = Given.as("alice").get("/api/sessions?limit=100").path("items.id");
        assertThat(found).contains(mine).doesNotContain(foreign.id());
    }

    @Test
    void anAgentStartsForNobodyElse() {
        Given.as("alice")
                .body(Map.of("owner", "bob", "customer", Map.of("name", "A", "email", Given.anEmail())))
                .post("/api/sessions")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/owner"));
    }

    private static String aliceStarts() {
        return Given.as("alice")
                .body(Map.of("customer", Map.of("name", "Anna Ames", "email", Given.anEmail())))
                .post("/api/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
