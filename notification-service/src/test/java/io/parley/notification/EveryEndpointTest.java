package io.parley.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.EndlessBody;
import io.parley.local.testing.Endpoint;
import io.parley.local.testing.HungDatabase;
import io.parley.local.testing.RealParts;
import io.parley.local.testing.Refusals;
import io.parley.local.testing.SignedTokens;
import io.parley.local.testing.WhileItHangs;
import io.parley.notification.testing.OwnPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Every endpoint that the OpenAPI document has: who may, and how bad input of every kind is refused. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(OwnPort.class)
class EveryEndpointTest {

    private static final List<String> ROLES = List.of("agent", "supervisor", "admin", "system", "none");
    private static final Set<String> OPERATORS = Set.of("admin", "system");
    /** For gateways, which sign what they send, and for readers of problems. */
    private static final Set<String> OPEN = Set.of("/callbacks/{gateway}", "/problems", "/problems/{name}");

    private static final Map<String, String> PARAMETERS = Map.of(
            "id", "01987d3e-0000-7000-8000-00000000dead",
            "channel", "fax",
            "gateway", "nobody",
            "name", "not-found");

    @TestHTTPResource
    String service;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void isForOperatorsAndMachinesAlone() {
        var softly = new SoftAssertions();

        for (var endpoint : Endpoint.of(address())) {
            if (!OPEN.contains(endpoint.path())) {
                for (var role : ROLES) {
                    softly.assertThat(status(endpoint, SignedTokens.of("somebody", List.of(role))) == 403)
                            .as("%s to %s is forbidden", role, endpoint)
                            .isEqualTo(!OPERATORS.contains(role));
                }
                SignedTokens.wrong("somebody", ROLES).forEach((why, token) -> softly.assertThat(status(endpoint, token))
                        .as("a token %s to %s", why, endpoint)
                        .isEqualTo(401));
            }
        }
        softly.assertAll();
    }

    @Test
    void refusesWhatIsWrongByAProblemThatIsDocumented() {
        var refusals = new Refusals(
                address(),
                Map.of("Authorization", "Bearer " + SignedTokens.of("somebody", List.of("admin", "system"))));
        var faults = new ArrayList<String>();

        for (var endpoint : refusals.endpoints()) {
            faults.addAll(refusals.faults(
                    endpoint, PARAMETERS, "", endpoint.consumes().isEmpty() ? "" : "{}"));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void refusesABodyThatGoesOnForEver() {
        var token = SignedTokens.of("somebody", List.of("admin"));

        assertThat(EndlessBody.post(address(), "/api/templates/preview", token, 257 << 10))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/request-too-large");
        assertThat(EndlessBody.post(address(), "/callbacks/twilio", token, 257 << 10))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void isAnsweredInTimeWhileTheDatabaseHangs() {
        var token = SignedTokens.of("somebody", List.of("admin", "system"));
        Map<String, String> answers;

        try (var hung = HungDatabase.at(database, "notification")) {
            answers = WhileItHangs.answers(
                    "hang ", address(), Map.of("Authorization", "Bearer " + token), PARAMETERS, Map.of());
        }

        assertThat(answers).allSatisfy((endpoint, answer) -> assertThat(answer).matches("[2-5]\\d\\d"));
        assertThat(answers).containsEntry("GET /api/notifications", "503");
    }

    private int status(Endpoint endpoint, String token) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{}")
                .request(endpoint.method(), address() + endpoint.at(PARAMETERS))
                .statusCode();
    }

    private String address() {
        return service.replaceAll("/$", "");
    }
}
