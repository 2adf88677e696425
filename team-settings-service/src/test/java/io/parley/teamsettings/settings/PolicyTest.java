package io.parley.teamsettings.settings;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.asAdmin;
import static io.parley.teamsettings.api.Api.created;
import static io.parley.teamsettings.api.Api.patchSettings;
import static io.parley.teamsettings.api.Api.publish;
import static io.parley.teamsettings.api.Api.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/** Lint, what-if and comparison over HTTP. */
@QuarkusTest
@WithRealParts
class PolicyTest {

    private static final Map<String, Object> CONTRADICTING = Map.of("room", Map.of("chat", false));
    private static final Map<String, Object> IMPOSSIBLE = Map.of("channels", Map.of("email", false, "sms", false));

    @Test
    void whatContradictsItselfIsWarnedOf() {
        var team = aTeam();

        patchSettings(team, CONTRADICTING)
                .then()
                .statusCode(200)
                .body("warnings.name", contains("attachments-without-chat"))
                .body("warnings[0].keys", contains("room.attachments", "room.chat"));
        asAdmin().get("/api/teams/{id}/lint", team).then().body("items.name", contains("attachments-without-chat"));
        set(team, Map.of("room", Map.of("attachments", false)));
        asAdmin().get("/api/teams/{id}/lint", team).then().body("items", hasSize(0));
        asAdmin().get("/api/settings/lint").then().statusCode(200);
    }

    @Test
    void whoTurnsFilesOffIsToldOfWorkflowsThatAskForThem() {
        var team = aTeam();
        var off = Map.of("room", Map.of("attachments", false));
        patchSettings(team, off).then().statusCode(200).body("warnings", hasSize(0));
        var steps = List.of(Map.of("name", "Your passport", "kind", "UPLOAD"));
        var workflow = created(
                "/api/workflows",
                Map.of("team", team, "name", "Identification", "expiresAfter", "PT5M", "steps", steps));
        asAdmin().get("/api/teams/{id}/lint", team).then().body("items", hasSize(0));

        publish("/api/workflows", workflow);

        asAdmin().get("/api/teams/{id}/lint", team).then().body("items.name", contains("uploads-without-attachments"));
        preview("/api/teams/" + team + "/settings", off).body("lint.name", contains("uploads-without-attachments"));
    }

    @Test
    void whatCouldNotWorkIsRefused() {
        var team = aTeam();

        patchSettings(team, IMPOSSIBLE)
                .then()
                .statusCode(409)
                .body("type", endsWith("/settings-contradict"))
                .body("errors[0].pointer", equalTo("/channels/email"))
                .body("errors[0].detail", containsString("no-channel"));
        asAdmin().get("/api/teams/{id}/settings?own=true", team).then().body("$", equalTo(Map.of()));
    }

    @Test
    void aPreviewSaysWhatWouldBeAndChangesNothing() {
        var team = aTeam();

        preview("/api/teams/" + team + "/settings", CONTRADICTING)
                .body("settings.room.chat", equalTo(false))
                .body("lint.name", contains("attachments-without-chat"))
                .body("effects.key", contains("room.chat"))
                .body("effects[0].from", equalTo(true))
                .body("effects[0].to", equalTo(false))
                .body("effects[0].teams", equalTo(1));
        preview("/api/teams/" + team + "/settings", IMPOSSIBLE).body("lint.severity", hasItem("REFUSED"));

        asAdmin().get("/api/teams/{id}/settings", team).then().body("room.chat", equalTo(true));
        asAdmin().get("/api/teams/{id}/settings/revisions", team).then().body("items", hasSize(0));
    }

    @Test
    void aPreviewOfTheOrganisationCountsTheTeamsThatFollow() {
        var follows = aTeam();
        var differs = aTeam();
        set(differs, Map.of("channels", Map.of("region", "AT")));
        var region = Map.of("channels", Map.of("region", "CH"));

        var effects = preview("/api/settings", region).extract().<List<Map<String, Object>>>path("effects");
        set(follows, Map.of("channels", Map.of("region", "LI")));
        var later = preview("/api/settings", region).extract().<List<Map<String, Object>>>path("effects");

        assertThat(effects)
                .extracting(effect -> effect.get("key"))
                .containsExactly("channels.region", "channels.smsCountries");
        assertThat((int) later.get(0).get("teams"))
                .isLessThan((int) effects.get(0).get("teams"));
    }

    @Test
    void twoRevisionsAreCompared() {
        var team = aTeam();
        set(team, Map.of("link", Map.of("lifetime", "P1D"), "room", Map.of("chat", true)));
        set(team, Map.of("link", Map.of("lifetime", "never"), "brand", Map.of("locale", "de")));
        var path = "/api/teams/" + team + "/settings/revisions";
        var revisions = asAdmin().get(path).<List<Integer>>path("items.revision");

        asAdmin()
                .get(path + "/" + revisions.get(1) + "/diff/" + revisions.get(0))
                .then()
                .statusCode(200)
                .body("changes.key", contains("link.lifetime", "brand.locale"))
                .body("changes[0].from", equalTo("P1D"))
                .body("changes[0].to", equalTo("never"))
                .body("changes[1].to", equalTo("de"));
        asAdmin().get(path + "/" + revisions.get(0) + "/diff/1").then().statusCode(404);
    }

    private static ValidatableResponse preview(String path, Object patch) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(patch)
                .post(path + "/preview")
                .then()
                .statusCode(200);
    }
}
