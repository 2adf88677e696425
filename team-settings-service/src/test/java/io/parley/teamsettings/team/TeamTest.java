package io.parley.teamsettings.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aMemberOf;
import static io.parley.teamsettings.api.Api.aName;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.as;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.asSystem;
import static io.parley.teamsettings.api.Api.putMember;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Teams over HTTP. */
@QuarkusTest
@WithRealParts
class TeamTest {

    @Test
    void aNewTeamIsWhereItsLocationSays() {
        var name = aName("Sales");

        var location = asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/api/teams")
                .then()
                .statusCode(201)
                .header("ETag", matchesPattern("\"\\d+\""))
                .body("name", equalTo(name))
                .extract()
                .header("Location");

        asSystem().get(location).then().statusCode(200).body("name", equalTo(name));
    }

    @Test
    void aNameIsTakenOnce() {
        var name = aName("Twice");
        aTeam(name);

        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name.toUpperCase()))
                .post("/api/teams")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/team-name-taken"));
    }

    @Test
    void aTeamIsRenamedByWhoHasSeenItsState() {
        var team = aTeam();
        var seen = asAdmin().get("/api/teams/{id}", team).header("ETag");

        rename(team, seen, aName("New")).then().statusCode(200).header("ETag", not(equalTo(seen)));
        rename(team, seen, aName("Newer")).then().statusCode(412).body("type", endsWith("/precondition-failed"));
        rename(team, null, aName("Newer")).then().statusCode(428).body("type", endsWith("/precondition-required"));
    }

    @Test
    void whoHasTheStateAlreadyGetsNothing() {
        var team = aTeam();
        var seen = asAdmin().get("/api/teams/{id}", team).header("ETag");

        asAdmin()
                .header("If-None-Match", seen)
                .get("/api/teams/{id}", team)
                .then()
                .statusCode(304);
    }

    @Test
    void aTeamWithMembersStays() {
        var team = aTeam();
        var other = aTeam();
        aMemberOf(other, team);

        asAdmin().delete("/api/teams/{id}", team).then().statusCode(409).body("type", endsWith("/team-has-members"));
        asAdmin().delete("/api/teams/{id}", other).then().statusCode(409);
    }

    @Test
    void aTeamWithoutMembersGoes() {
        var team = aTeam();

        asAdmin().delete("/api/teams/{id}", team).then().statusCode(204);
        asAdmin().get("/api/teams/{id}", team).then().statusCode(404).body("type", endsWith("/not-found"));
    }

    @Test
    void aListIsReadPageByPage() {
        aTeam();
        aTeam();
        aTeam();

        var first = asAdmin()
                .get("/api/teams?limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();
        var next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        var seen = first.<List<String>>path("items.id");

        asAdmin()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.id", everyItem(not(equalTo(seen.get(0)))))
                .body("items.id", everyItem(not(equalTo(seen.get(1)))));
        asAdmin().get("/api/teams?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("/limit"));
        asAdmin().get("/api/teams?cursor=%21").then().statusCode(400).body("errors[0].pointer", equalTo("/cursor"));
    }

    @Test
    void anAgentSeesOwnTeamsOnly() {
        var own = aTeam();
        var second = aTeam();
        var foreign = aTeam();
        putMember("carol", own, second);

        as("carol").get("/api/teams").then().body("items", hasSize(2)).body("items.id", hasItem(own));
        as("carol").get("/api/teams/{id}", second).then().statusCode(200);
        as("carol").get("/api/teams/{id}", foreign).then().statusCode(404);
    }

    @Test
    void aMemberIsFoundByTheSubject() {
        var main = aTeam();
        var second = aTeam();
        var subject = aMemberOf(main, second);

        asSystem()
                .get("/api/members/{subject}", subject)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("mainTeam.id", equalTo(main))
                .body("secondaryTeams.id", hasItem(second));
        asAdmin().get("/api/teams/{id}/members", second).then().body("items.subject", hasItem(subject));
    }

    @Test
    void aMemberIsMovedByWhoHasSeenTheState() {
        var subject = aMemberOf(aTeam());
        var next = aTeam();

        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "N", "email", "n@example.com", "mainTeam", next))
                .put("/api/members/{subject}", subject)
                .then()
                .statusCode(428);
        putMember(subject, next).then().statusCode(200).body("mainTeam.id", equalTo(next));
    }

    @Test
    void aMemberOfAnUnknownTeamIsRefused() {
        putMember("nobody-yet", UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("type", endsWith("/unknown-team"));
    }

    @Test
    void aRemovedMemberIsUnknown() {
        var subject = aMemberOf(aTeam());

        asAdmin().delete("/api/members/{subject}", subject).then().statusCode(204);
        asSystem()
                .get("/api/members/{subject}", subject)
                .then()
                .statusCode(404)
                .body("type", endsWith("/unknown-member"));
    }

    @Test
    void aSupervisorSeesTheMembersOfTheOwnMainTeam() {
        var own = aTeam();
        var second = aTeam();
        putMember("sue", own, second);

        as("sue").get("/api/teams/{id}/members", own).then().statusCode(200).body("items.subject", hasItem("sue"));
        as("sue").get("/api/teams/{id}/members", second).then().statusCode(404);
    }

    private static Response rename(String team, String ifMatch, String name) {
        var request = asAdmin().contentType("application/merge-patch+json").body(Map.of("name", name));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/api/teams/{id}", team);
    }
}
