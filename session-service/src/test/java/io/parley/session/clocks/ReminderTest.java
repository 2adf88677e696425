package io.parley.session.clocks;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.Schemas;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Customers who were invited and have not come are reminded, by themselves. */
@QuarkusTest
class ReminderTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aCustomerIsRemindedByFurtherLinksAsOftenAsTheSettingsSay() {
        var session = Given.aSessionOf(remindingEvery("PT1S"), Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(reminders(session)).hasSize(2));

        for (var reminder : reminders(session)) {
            assertThat(Schemas.errors(reminder.type(), reminder.data().toString()))
                    .isEmpty();
        }
        session.read().then().body("state", equalTo("INVITED")).body("invitation.reminders", equalTo(2));
        var link = reminders(session).get(1).data().get("link").textValue();
        assertThat(link)
                .isNotEqualTo(reminders(session).get(0).data().get("link").textValue());
        enter(link).then().statusCode(200);
        session.read().then().body("state", equalTo("ACTIVE"));
    }

    @Test
    void aReminderSharesTheCorrelationOfItsEntryInTheTimeline() {
        var session = Given.aSessionOf(remindingEvery("PT1S"), Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(reminders(session)).hasSize(2));

        var entries = Given.asMachine()
                .get("/api/sessions/{id}/timeline", session.id())
                .jsonPath()
                .getList("items.findAll { it.data.cause == 'reminder' }.correlationId");
        assertThat(reminders(session))
                .extracting(reminder -> reminder.headers().get("ce_correlationid"))
                .isEqualTo(entries);
    }

    @Test
    void theForecastTellsOfReminders() {
        var session = Given.aSessionOf(remindingEvery("PT1H"), Map.of());

        Given.asMachine()
                .get("/api/sessions/{id}/forecast", session.id())
                .then()
                .body("items.clock", hasItem("reminder"));
    }

    @Test
    void nobodyIsRemindedWhoHasJoined() {
        var owner = remindingEvery("PT1S");
        var joined = Given.aSessionOf(owner, Map.of());
        Given.join(joined).then().statusCode(200);
        var other = Given.aSessionOf(owner, Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(reminders(other)).hasSize(2));

        assertThat(reminders(joined)).hasSizeLessThan(2);
        joined.read().then().body("state", equalTo("ACTIVE"));
    }

    private static String remindingEvery(String time) {
        return Given.anOwnerWithSettings("""
            {"invitation": {"reminders": {"enabled": true, "firstAfter": "%s", "repeatEvery": "%s", "atMost": 2,
                                          "quietHours": {"from": "00:00", "to": "00:00"}, "zone": "UTC"}}}
            """.formatted(time, time));
    }

    private static List<Topic.Event> reminders(Given.ASession session) {
        return Topic.read("parley.messages", session.id()).stream()
                .filter(event -> event.type().equals("parley.message.requested.v1"))
                .filter(event -> event.data().get("kind").textValue().equals("REMINDER"))
                .toList();
    }

    private static Response enter(String link) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/join/{token}", link.substring(link.lastIndexOf('/') + 1));
    }
}
