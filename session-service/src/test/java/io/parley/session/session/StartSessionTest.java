package io.parley.session.session;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.local.testing.Tokens;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class StartSessionTest {

    @Test
    void aStartedSessionIsInvited() {
        var owner = Given.anOwner();
        var body = Map.of(
                "owner",
                owner,
                "customer",
                Map.of("name", "Anna Ames", "email", "Anna@Example.org"),
                "workflows",
                List.of(TeamSettings.WORKFLOW),
                "externalId",
                "CRM-1");

        Given.asMachine()
                .body(body)
                .post("/api/sessions")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("INVITED"))
                .body("owner", equalTo(owner))
                .body("customer.email", equalTo("anna@example.org"))
                .body("invitation.channel", equalTo("EMAIL"))
                .body("invitation.state", equalTo("REQUESTED"))
                .body("workflows", hasSize(1))
                .body("workflows[0].state", equalTo("RUNNING"))
                .body("joinedAt", nullValue())
                .body("sequence", equalTo(4));
    }

    @Test
    void whatWasStartedCanBeRead() {
        var session = Given.anInvitedSession();

        session.read()
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(session.id()))
                .body("state", equalTo("INVITED"))
                .body("customer", not(hasKey("phone")));
    }

    @Test
    void endingIsSeenAndDoneTwiceDoesNothingMore() {
        var session = Given.anInvitedSession();

        session.command("end", null)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("state", equalTo("ENDED"));
        session.command("end", null).then().statusCode(200).body("sequence", equalTo(3));
    }

    @Test
    void aCommandThatNeedsNothingNeedsNoBodyAndNoContentType() {
        var session = Given.anEndedSession();

        RestAssured.given()
                .auth()
                .oauth2(Tokens.system())
                .post("/api/sessions/{id}/renew", session.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("INVITED"));
    }

    @Test
    void anUnknownSessionIsNotFound() {
        Given.asMachine()
                .get("/api/sessions/01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/not-found"));
    }
}
