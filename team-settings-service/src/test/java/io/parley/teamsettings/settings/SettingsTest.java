package io.parley.teamsettings.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;
import io.parley.teamsettings.settings.model.Catalogue;
import io.parley.teamsettings.settings.model.Nested;
import io.parley.teamsettings.settings.model.SettingKey;
import io.parley.teamsettings.settings.model.SomeValue;

import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.lend;
import static io.parley.teamsettings.api.Api.patchSettings;
import static io.parley.teamsettings.api.Api.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Settings of organisation and teams over HTTP. */
@QuarkusTest
@WithRealParts
class SettingsTest {

    @Test
    void aTeamInheritsSetsAndInheritsAgain() {
        var team = aTeam();

        asAdmin().get("/api/teams/{id}/settings", team).then().body("link.lifetime", equalTo("P7D"));
        patchSettings(team, Map.of("link", Map.of("lifetime", "never")))
                .then()
                .statusCode(200)
                .body("link.lifetime", equalTo("never"));
        asAdmin()
                .get("/api/teams/{id}/settings?own=true", team)
                .then()
                .body("$", equalTo(Map.of("link", Map.of("lifetime", "never"))));
        patchSettings(team, Map.of("link", Collections.singletonMap("lifetime", null)))
                .then()
                .body("link.lifetime", equalTo("P7D"));
    }

    @Test
    void everyKeyIsSetThroughTheApiAndExplained() {
        var team = aTeam();
        var other = aTeam();
        set(
                team,
                Map.of(
                        "invitation",
                        Map.of("mode", "EXTERNAL", "contactRequired", false),
                        "customer",
                        Map.of("consent", Map.of("text", "Acme"))));
        for (var key : Catalogue.keys()) {
            var value = key.name().equals("lending.to.teams") ? List.of(other) : SomeValue.of(key);
            set(team, Nested.of(Map.of(key.name(), value)));
        }

        var explained = asAdmin()
                .get("/api/teams/{id}/settings?explain=true", team)
                .then()
                .statusCode(200)
                .extract();

        assertThat(Catalogue.keys()).extracting(SettingKey::name).allSatisfy(key -> {
            assertThat(explained.<String>path(key + ".level")).isEqualTo("TEAM");
            assertThat(explained.<String>path(key + ".author")).isEqualTo("ada");
            assertThat(explained.<Integer>path(key + ".revision")).isPositive();
        });
    }

    @Test
    void aValueIsExplainedByWhereItComesFrom() {
        var team = aTeam();
        set(team, Map.of("room", Map.of("chat", false)));

        asAdmin()
                .get("/api/teams/{id}/settings?explain=true", team)
                .then()
                .body("room.chat.value", equalTo(false))
                .body("room.chat.level", equalTo("TEAM"))
                .body("room.chat.author", equalTo("ada"))
                .body("room.chat.revision", greaterThan(0))
                .body("room.attachments.level", equalTo("DEFAULT"))
                .body("room.attachments.revision", nullValue());
    }

    @Test
    void whatTheOrganisationSetsReachesTheTeamsThatDoNot() {
        var follows = aTeam();
        var differs = aTeam();
        set(differs, Map.of("session", Map.of("historyScope", "ALL")));

        set(null, Map.of("session", Map.of("historyScope", "TEAM")));

        asAdmin().get("/api/teams/{id}/settings", follows).then().body("session.historyScope", equalTo("TEAM"));
        asAdmin().get("/api/teams/{id}/settings", differs).then().body("session.historyScope", equalTo("ALL"));
        asAdmin()
                .get("/api/teams/{id}/settings?explain=true", follows)
                .then()
                .body("session.historyScope.level", equalTo("ORGANISATION"));
        set(null, Map.of("session", Collections.singletonMap("historyScope", null)));
        asAdmin().get("/api/teams/{id}/settings", follows).then().body("session.historyScope", equalTo("MINE"));
    }

    @Test
    void anUnknownKeyIsRefusedAtItsPlace() {
        patchSettings(aTeam(), Map.of("link", Map.of("lifetme", "P1D"), "room", Map.of("chat", "on")))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/invalid-request"))
                .body("errors.pointer", hasItem("/link/lifetme"));
    }

    @Test
    void aChangeNeedsTheStateThatItIsMadeOn() {
        var team = aTeam();
        var path = "/api/teams/" + team + "/settings";
        var seen = asAdmin().get(path).header("ETag");
        var patch = Map.of("room", Map.of("chat", false));

        asAdmin()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(428);
        asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200);
        asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body(patch)
                .patch(path)
                .then()
                .statusCode(412);
        asAdmin()
                .contentType("application/json")
                .header("If-Match", "*")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(415);
    }

    @Test
    void ofEditorsAtOnceOneWins() {
        var path = "/api/teams/" + aTeam() + "/settings";
        var seen = asAdmin().get(path).header("ETag");

        var answers = IntStream.range(1, 9)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> asAdmin()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", seen)
                        .body(Map.of("customer", Map.of("authentication", Map.of("attempts", i + 5))))
                        .patch(path)
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(412);
    }

    @Test
    void everyChangeIsARevisionThatCanBeRestored() {
        var team = aTeam();
        set(team, Map.of("link", Map.of("lifetime", "P1D")));
        set(team, Map.of("link", Map.of("lifetime", "P2D"), "room", Map.of("chat", false)));
        var path = "/api/teams/" + team + "/settings";

        var revisions = asAdmin()
                .get(path + "/revisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();
        var oldest = revisions.<Integer>path("items[1].revision");

        asAdmin()
                .get(path + "/revisions/" + oldest)
                .then()
                .body("own", equalTo(Map.of("link", Map.of("lifetime", "P1D"))))
                .body("author", equalTo("ada"));
        asAdmin()
                .post(path + "/revisions/" + oldest + "/restore?reason=It was better")
                .then()
                .statusCode(200)
                .body("link.lifetime", equalTo("P1D"))
                .body("room.chat", equalTo(true));
        asAdmin()
                .get(path + "/revisions")
                .then()
                .body("items[0].restores", equalTo(oldest))
                .body("items[0].reason", equalTo("It was better"));
        asAdmin().get(path + "/revisions/1").then().statusCode(404);
    }

    @Test
    void lendingIsASettingWithAnAddressOfItsOwn() {
        var lender = aTeam();
        var borrower = aTeam();

        lend(lender, "LIST", borrower);

        asAdmin()
                .get("/api/teams/{id}/lending", lender)
                .then()
                .body("mode", equalTo("LIST"))
                .body("teams", equalTo(List.of(borrower)));
        asAdmin().get("/api/teams/{id}/settings", lender).then().body("lending.to.mode", equalTo("LIST"));
        patchSettings(
                        lender,
                        Map.of(
                                "lending",
                                Map.of(
                                        "to",
                                        Map.of(
                                                "teams",
                                                List.of(UUID.randomUUID().toString())))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/lending/to/teams/0"));
    }

    @Test
    void aRefusedLendingNamesThePlaceInItsOwnBody() {
        asAdmin()
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of("mode", "SOME", "teams", List.of("Sales")))
                .put("/api/teams/{id}/lending", aTeam())
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/mode", "/teams/0"));
    }

    @Test
    void aLogoHasToBePostedFirst() {
        var team = aTeam();
        var png = new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};
        patchSettings(team, Map.of("brand", Map.of("logo", "0".repeat(64))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/brand/logo"));

        var logo = asAdmin()
                .contentType("image/png")
                .body(png)
                .post("/api/logos")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("logo");
        set(team, Map.of("brand", Map.of("logo", logo)));

        assertThat(RestAssured.get("/api/logos/{logo}", logo)
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .extract()
                        .asByteArray())
                .isEqualTo(png);
        asAdmin()
                .contentType("image/png")
                .body("<svg/>".getBytes())
                .post("/api/logos")
                .then()
                .statusCode(415);
        asAdmin()
                .contentType("image/png")
                .body(new byte[600_000])
                .post("/api/logos")
                .then()
                .statusCode(413);
    }

    @Test
    void aRevisionThatLentToATeamWhichIsGoneIsRestoredAllTheSame() {
        var lender = aTeam();
        var gone = aTeam();
        lend(lender, "LIST", gone);
        long then = asAdmin()
                .get("/api/teams/{id}/settings/revisions", lender)
                .then()
                .extract()
                .<Integer>path("items[0].revision");
        lend(lender, "NONE");
        asAdmin().delete("/api/teams/{id}", gone).then().statusCode(204);

        asAdmin()
                .post("/api/teams/{id}/settings/revisions/{revision}/restore", lender, then)
                .then()
                .statusCode(200)
                .body("lending.to.teams", contains(gone));
    }

    @Test
    void aNewTeamIsBrandedByItsName() {
        var team = aTeam("Team of " + UUID.randomUUID());
        var name = asAdmin().get("/api/teams/{id}", team).<String>path("name");

        asAdmin()
                .get("/api/teams/{id}/settings", team)
                .then()
                .body("brand.name", equalTo(name))
                .body("brand.mailFromName", equalTo(name));
    }
}
