package io.parley.teamsettings.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.EndlessBody;
import io.parley.local.testing.HungDatabase;
import io.parley.local.testing.Refusals;
import io.parley.local.testing.SignedTokens;
import io.parley.local.testing.WhileItHangs;
import io.parley.teamsettings.api.WithRealParts;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input of every kind to every endpoint that the OpenAPI document has. */
@QuarkusTest
@WithRealParts
class EveryEndpointRefusesTest {

    private static final String NOBODYS = "01987d3e-0000-7000-8000-00000000dead";
    private static final Map<String, String> PARAMETERS = Map.of(
            "id", NOBODYS,
            "subject", "nobody",
            "version", "1",
            "revision", "1",
            "other", "2",
            "sha256", "0".repeat(64),
            "hash", "0".repeat(64),
            "name", "not-found");

    /** One thing is wrong in each already, so that nothing is made of it. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/teams",
            "{\"name\":\" \"}",
            "PATCH /api/teams/{id}",
            "{\"name\":\" \"}",
            "PATCH /api/settings",
            "{\"link\":{\"lifetime\":\"P0D\"}}",
            "PATCH /api/teams/{id}/settings",
            "{\"link\":{\"lifetime\":\"P0D\"}}",
            "POST /api/settings/preview",
            "{\"link\":{\"lifetime\":\"P0D\"}}",
            "POST /api/resolutions",
            "{\"subject\":\"nobody\",\"settingsTeam\":\"" + NOBODYS + "\"}",
            "PUT /api/members/{subject}",
            "{\"name\":\"N\",\"email\":\"n@example.org\",\"mainTeam\":\"" + NOBODYS + "\",\"secondaryTeams\":[]}",
            "POST /api/assets",
            "{\"teams\":[\"" + NOBODYS + "\"],\"kind\":\"TEXT\",\"name\":\"N\",\"text\":\"T\"}",
            "POST /api/workflows",
            "{\"teams\":[\"" + NOBODYS + "\"],\"name\":\"N\",\"expiresAfter\":\"PT1H\","
                    + "\"steps\":[{\"id\":\"s\",\"name\":\"S\",\"kind\":\"SIGN\"}]}",
            "PUT /api/teams/{id}/lending",
            "{\"mode\":\"LIST\",\"teams\":[\"" + NOBODYS + "\"]}");

    @TestHTTPResource
    String service;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void whatIsWrongByAProblemThatIsDocumented() {
        var roles = List.of("agent", "supervisor", "admin", "system");
        var refusals = new Refusals(
                service.replaceAll("/$", ""), Map.of("Authorization", "Bearer " + SignedTokens.of("nobody", roles)));
        var faults = new ArrayList<String>();

        for (var endpoint : refusals.endpoints()) {
            var body = BODIES.getOrDefault(endpoint.name(), endpoint.consumes().isEmpty() ? "" : "{}");
            faults.addAll(refusals.faults(endpoint, PARAMETERS, "", body));
        }

        assertThat(faults).isEmpty();
        assertThat(refusals.met()).containsKeys("400 invalid-request", "404 not-found", "405 method-not-allowed");
    }

    @Test
    void aBodyThatGoesOnForEver() {
        var at = service.replaceAll("/$", "");
        var token = SignedTokens.of("nobody", List.of("admin"));

        assertThat(EndlessBody.post(at, "/api/teams", token, 1 << 20))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/request-too-large");
        assertThat(EndlessBody.postFile(at, "/api/assets/" + NOBODYS + "/content", token, 41 << 20))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/request-too-large");
    }

    @Test
    void nobodyIsKeptWaitingForEverWhileTheDatabaseHangs() {
        var token = SignedTokens.of("nobody", List.of("agent", "supervisor", "admin", "system"));
        Map<String, String> answers;

        try (var hung = HungDatabase.at(database, "team_settings")) {
            answers = WhileItHangs.answers(
                    "hang ",
                    service.replaceAll("/$", ""),
                    Map.of("Authorization", "Bearer " + token),
                    PARAMETERS,
                    Map.of("POST /api/resolutions", BODIES.get("POST /api/resolutions")));
        }

        assertThat(answers).allSatisfy((endpoint, answer) -> assertThat(answer).matches("[2-5]\\d\\d"));
        assertThat(answers).containsEntry("GET /api/teams", "503");
    }
}
