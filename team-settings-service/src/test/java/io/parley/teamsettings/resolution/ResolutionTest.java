package io.parley.teamsettings.resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aMemberOf;
import static io.parley.teamsettings.api.Api.aName;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.aText;
import static io.parley.teamsettings.api.Api.aWorkflow;
import static io.parley.teamsettings.api.Api.as;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.asSystem;
import static io.parley.teamsettings.api.Api.lend;
import static io.parley.teamsettings.api.Api.publish;
import static io.parley.teamsettings.api.Api.putMember;
import static io.parley.teamsettings.api.Api.resolve;
import static io.parley.teamsettings.api.Api.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** What sessions start with: the home team's, or wholly another team's. */
@QuarkusTest
@WithRealParts
class ResolutionTest {

    private static final Path CONTRACTS = Path.of("../contracts");

    @Test
    void aSessionRunsWithTheHomeTeamsSettingsAndLibrary() {
        var home = aTeam();
        var text = aText(home, "Welcome");
        var workflow = aWorkflow(home, text);
        set(home, Map.of("link", Map.of("lifetime", "P3D"), "session", Map.of("historyScope", "TEAM")));

        resolve(aMemberOf(home), null)
                .then()
                .statusCode(200)
                .body("team.id", equalTo(home))
                .body("homeTeam.id", equalTo(home))
                .body("settings.link.lifetime", equalTo("P3D"))
                .body("historyScope", equalTo("TEAM"))
                .body("assets.id", contains(text))
                .body("assets[0].text", equalTo("Welcome"))
                .body("workflows.id", contains(workflow))
                .body("workflows[0].expiresAfter", equalTo("PT5M"))
                .body("workflows[0].steps[0].asset", equalTo(text))
                .body("enterableTeams[0].id", equalTo(home));
    }

    @Test
    void secondaryTeamsAddTheirWorkflowsWithWhatTheyShowButNotTheirSettings() {
        var home = aTeam();
        var second = aTeam();
        var shown = aText(second, "Shown by the workflow");
        aText(second, "Shown by nothing");
        var workflow = aWorkflow(second, shown);
        set(second, Map.of("link", Map.of("lifetime", "P1D")));

        resolve(aMemberOf(home, second), null)
                .then()
                .body("workflows.id", contains(workflow))
                .body("assets.id", contains(shown))
                .body("settings.link.lifetime", equalTo("P7D"))
                .body("secondaryTeams.id", contains(second));
    }

    @Test
    void aBorrowedTeamReplacesTheHomeTeamWholly() {
        var home = aTeam();
        var second = aTeam();
        var lender = aTeam();
        aWorkflow(home, aText(home, "Home"));
        aWorkflow(second, aText(second, "Second"));
        var borrowed = aText(lender, "Borrowed");
        set(lender, Map.of("link", Map.of("lifetime", "P2D")));
        lend(lender, "LIST", home);

        resolve(aMemberOf(home, second), lender)
                .then()
                .statusCode(200)
                .body("team.id", equalTo(lender))
                .body("homeTeam.id", equalTo(home))
                .body("settings.link.lifetime", equalTo("P2D"))
                .body("assets.id", contains(borrowed))
                .body("workflows", hasSize(0));
    }

    @Test
    void aRefusalSaysWhichOfTheTwoSaidNo() {
        var home = aTeam();
        var lender = aTeam();
        var subject = aMemberOf(home);

        resolve(subject, lender).then().statusCode(409).body("type", endsWith("/lending-not-allowed"));
        lend(lender, "ALL");
        resolve(subject, lender).then().statusCode(200);
        set(home, Map.of("borrowing", Map.of("mayBorrow", false)));
        resolve(subject, lender).then().statusCode(409).body("type", endsWith("/borrowing-not-allowed"));
        resolve(subject, home).then().statusCode(200).body("enterableTeams.id", contains(home));
    }

    @Test
    void theTeamsThatMayBeEnteredAreJustThoseThatWillBeAllowed() {
        var home = aTeam(aName("Home"));
        var lends = aTeam(aName("B lends"));
        var lendsToAll = aTeam(aName("A lends"));
        var lendsToOthers = aTeam(aName("Lends to others"));
        lend(lends, "LIST", home);
        lend(lendsToAll, "ALL");
        lend(lendsToOthers, "LIST", lends);
        putMember("alice", home);

        var enterable = as("alice")
                .get("/api/me/teams")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id");

        assertThat(enterable).startsWith(home).contains(lends, lendsToAll).doesNotContain(lendsToOthers);
        assertThat(enterable.indexOf(lendsToAll)).isLessThan(enterable.indexOf(lends));
        assertThat(enterable).allSatisfy(team -> resolve("alice", team).then().statusCode(200));
        resolve("alice", lendsToOthers).then().statusCode(409);
    }

    @Test
    void aLeaveToBorrowEndsByItself() {
        var home = aTeam();
        var lender = aTeam();
        var subject = aMemberOf(home);
        lend(
                lender,
                "LIST",
                Map.of("team", home, "until", Instant.now().plusSeconds(3600).toString()));
        resolve(subject, lender).then().statusCode(200);

        lend(
                lender,
                "LIST",
                Map.of("team", home, "until", Instant.now().minusSeconds(1).toString()));

        resolve(subject, lender).then().statusCode(409);
        resolve(subject, null).then().body("enterableTeams.id", not(hasItem(lender)));
    }

    @Test
    void whoOrWhatIsUnknownIsSaid() {
        resolve("nobody-" + UUID.randomUUID(), null).then().statusCode(404).body("type", endsWith("/unknown-member"));
        resolve(aMemberOf(aTeam()), UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("type", endsWith("/unknown-team"));
    }

    @Test
    void aChangeIsSeenByTheNextResolution() {
        var home = aTeam();
        var subject = aMemberOf(home);
        for (int days = 1; days <= 20; days++) {
            set(home, Map.of("link", Map.of("lifetime", "P" + days + "D")));
            resolve(subject, null).then().body("settings.link.lifetime", equalTo("P" + days + "D"));
        }
    }

    @Test
    void equalContentIsOneSnapshotWhateverTheRevision() {
        var home = aTeam();
        var subject = aMemberOf(home);
        var before = resolve(subject, null).then().extract();

        set(home, Map.of("room", Map.of("chat", false)));
        var between = resolve(subject, null).then().extract();
        set(home, Map.of("room", Map.of("chat", true)));
        var after = resolve(subject, null).then().extract();

        assertThat(between.<String>path("hash")).isNotEqualTo(before.path("hash"));
        assertThat(after.<String>path("hash")).isEqualTo(before.path("hash"));
        assertThat(after.<Integer>path("revision")).isGreaterThan(between.path("revision"));
    }

    @Test
    void aSnapshotStaysWhateverHappensToItsTeam() {
        var home = aTeam();
        var lender = aTeam();
        aText(lender, "Kept");
        lend(lender, "ALL");
        var resolved = resolve(aMemberOf(home), lender).then().extract();
        var hash = resolved.<String>path("hash");

        asAdmin().delete("/api/teams/{id}", lender).then().statusCode(204);

        asSystem()
                .get("/api/snapshots/{hash}", hash)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .body("hash", equalTo(hash))
                .body("settings", equalTo(resolved.path("settings")))
                .body("assets", equalTo(resolved.path("assets")));
        asSystem().get("/api/snapshots/{hash}", "0".repeat(64)).then().statusCode(404);
    }

    @Test
    void onlyWhatIsPublishedAndInUseIsResolved() {
        var home = aTeam();
        var subject = aMemberOf(home);
        var text = aText(home, "First");
        var id = asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("text", "Second"))
                .patch("/api/assets/{id}", text)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("id");
        resolve(subject, null).then().body("assets[0].text", equalTo("First")).body("assets[0].version", equalTo(1));

        asAdmin().post("/api/assets/{id}/publish", id).then().statusCode(200);
        resolve(subject, null).then().body("assets[0].text", equalTo("Second")).body("assets[0].version", equalTo(2));
        asAdmin().post("/api/assets/{id}/archive", id).then().statusCode(200);
        resolve(subject, null).then().body("assets", hasSize(0));
    }

    @Test
    void anAssetThatATeamSeesOnlyInItsWorkflowIsNewThereWhenItIsPublished() {
        var home = aTeam();
        var elsewhere = aText(aTeam(), "Of another team");
        aWorkflow(home, elsewhere);
        var subject = aMemberOf(home);
        var before = resolve(subject, null)
                .then()
                .body("assets[0].version", equalTo(1))
                .extract();

        publish("/api/assets", elsewhere);

        var after = resolve(subject, null)
                .then()
                .body("assets[0].version", equalTo(2))
                .extract();
        assertThat(after.<Integer>path("revision")).isGreaterThan(before.<Integer>path("revision"));
    }

    @Test
    void aResolutionIsWhatTheContractSays() throws IOException {
        var home = aTeam();
        aWorkflow(home, aText(home, "Welcome"));
        set(
                home,
                Map.of(
                        "session",
                        Map.of("endAfterInactivity", "never"),
                        "lending",
                        Map.of("to", Map.of("mode", "ALL"))));

        assertThat(violations(resolve(aMemberOf(home), null).asString())).isEmpty();
        assertThat(violations(Files.readString(CONTRACTS.resolve("examples/resolution.json"))))
                .isEmpty();
    }

    private static List<?> violations(String json) throws IOException {
        var schema = Files.readString(CONTRACTS.resolve("schemas/snapshot.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON);
    }
}
