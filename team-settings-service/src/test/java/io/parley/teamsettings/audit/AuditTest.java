package io.parley.teamsettings.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aMemberOf;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.aText;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.lend;
import static io.parley.teamsettings.api.Api.patchSettings;
import static io.parley.teamsettings.api.Api.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

/** Who changed what, when. */
@QuarkusTest
@WithRealParts
class AuditTest {

    @Test
    void everyChangeIsOnRecordAndNothingElse() {
        var team = aTeam();
        set(team, Map.of("link", Map.of("lifetime", "P3D")));
        patchSettings(team, Map.of("link", Map.of("lifetime", "soon"))).then().statusCode(400);
        lend(team, "ALL");
        var subject = aMemberOf(team);

        asAdmin()
                .get("/api/changes?team={team}", team)
                .then()
                .statusCode(200)
                .body("items.kind", contains("MEMBERS", "LENDING", "SETTINGS", "TEAM_CREATED"))
                .body("items.author", everyItem(equalTo("ada")))
                .body("items[0].subject", equalTo(subject))
                .body("items[2].detail", equalTo("{\"link.lifetime\":\"P3D\"}"));
    }

    @Test
    void theRecordIsFilteredAndReadPageByPage() {
        var team = aTeam();
        var before = Instant.now().minusSeconds(60);
        for (int days = 1; days <= 5; days++) {
            set(team, Map.of("link", Map.of("lifetime", "P" + days + "D")));
        }
        var query = "/api/changes?kind=SETTINGS&author=ada&team=" + team + "&limit=2&from=" + before + "&to="
                + before.plusSeconds(3600);

        var first = asAdmin().get(query).then().body("items", hasSize(2)).extract();
        var second = asAdmin()
                .get(query + "&cursor=" + first.path("nextCursor"))
                .then()
                .body("items", hasSize(2))
                .extract();
        asAdmin()
                .get(query + "&cursor=" + second.path("nextCursor"))
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", equalTo(null));

        assertThat(second.<List<Integer>>path("items.revision"))
                .doesNotContainAnyElementsOf(first.path("items.revision"));
        asAdmin().get("/api/changes?team={team}&author=nobody", team).then().body("items", hasSize(0));
        asAdmin()
                .get("/api/changes?team={team}&to={to}", team, before.toString())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whatHappenedToAnAssetIsFound() {
        var id = aText(aTeam(), "Text");

        asAdmin().get("/api/changes?item={id}", id).then().body("items.kind", contains("ASSETS", "DRAFT"));
    }

    @Test
    void theRecordIsExportedAsLines() {
        var team = aTeam();
        set(team, Map.of("room", Map.of("chat", true)));

        var lines = asAdmin()
                .get("/api/changes/export?team={team}", team)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();

        assertThat(lines.split("\n")).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith("{\"revision\":")
                .endsWith("}"));
    }

    @Test
    void aFilterThatIsNoneIsNamed() {
        asAdmin().get("/api/changes?kind=DANCE").then().statusCode(400).body("errors[0].pointer", equalTo("/kind"));
        asAdmin().get("/api/changes?from=yesterday").then().statusCode(400).body("errors[0].pointer", equalTo("/from"));
        asAdmin()
                .get("/api/changes/export?to=%2B999999999-12-31T23:59:59Z")
                .then()
                .statusCode(400);
        asAdmin().get("/api/changes/export?team=x").then().statusCode(400).contentType("application/problem+json");
        asAdmin().get("/api/changes?cursor=bm8").then().statusCode(400).body("errors[0].pointer", equalTo("/cursor"));
    }
}
