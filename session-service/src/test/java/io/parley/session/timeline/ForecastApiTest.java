package io.parley.session.timeline;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class ForecastApiTest {

    @Test
    void theForecastNamesEveryClockAndItsEvent() {
        var owner = Given.anOwnerWithSettings("{\"session\":{\"endAfterInactivity\":\"P30D\"}}");
        var session = Given.aSessionOf(owner, Map.of("workflows", List.of(TeamSettings.WORKFLOW)));

        Given.asMachine()
                .get("/api/sessions/{id}/forecast", session.id())
                .then()
                .statusCode(200)
                .body("items[0].clock", equalTo("workflow-clock"))
                .body("items[0].at", notNullValue())
                .body(
                        "items.event",
                        hasItems(
                                "parley.workflow.expired.v1",
                                "parley.invitation.expired.v1",
                                "parley.session.expired.v1"));
    }
}
