package io.parley.session.settings;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** Sessions go on being started while team-settings-service is away, and say so. */
@QuarkusTest
class StaleSettingsTest {

    @Test
    void aSessionSaysThatItWasStartedWithTheLastKnownSettings() {
        var owner = Given.anOwner();
        var before = Given.aSessionOf(owner, Map.of());

        TeamSettings.change(owner, "{\"status\":503,\"refuse\":\"unavailable\"}");
        var meanwhile = Given.aSessionOf(owner, Map.of());

        before.read().then().body("settings", not(hasKey("stale"))).body("settings", not(hasKey("age")));
        meanwhile
                .read()
                .then()
                .body("settings.stale", equalTo(true))
                .body("settings.age", matchesPattern("PT[0-9.]+S"))
                .body("settings.hash", equalTo(before.read().path("settings.hash")));
    }

    @Test
    void aRefusalIsNoAbsence() {
        var owner = Given.anOwner();
        Given.aSessionOf(owner, Map.of());

        TeamSettings.change(owner, "{\"status\":409,\"refuse\":\"lending-not-allowed\"}");

        Given.asMachine()
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", Given.anEmail())))
                .post("/api/sessions")
                .then()
                .statusCode(409)
                .body("type", endsWith("/lending-not-allowed"));
    }

    @Test
    void whoseSettingsNobodyKnowsStartsNothing() {
        var owner = Given.anOwnerWith("{\"status\":503,\"refuse\":\"unavailable\"}");

        Given.asMachine()
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", Given.anEmail())))
                .post("/api/sessions")
                .then()
                .statusCode(503);
    }
}
