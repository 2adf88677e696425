package io.parley.session.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.Schemas;
import io.parley.session.testing.TeamSettings;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class PublishedEventsTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String SHORT_AFTERWARDS =
            "{\"session\":{\"accessAfterEnd\":{\"mode\":\"FULL\",\"duration\":\"PT1S\"},\"renewableFor\":\"PT1S\"}}";

    @Test
    void everyEventOfAWholeStoryIsAsItsSchemaSays() {
        var session = Given.aSessionOf(
                Given.anOwner(),
                Map.of(
                        "assets", List.of(TeamSettings.TEXT_ASSET),
                        "workflows", List.of(TeamSettings.WORKFLOW),
                        "externalId", "CRM-7"));
        session.command("re-engage", Map.of("customer", Map.of("name", "Bea Bright", "email", Given.anEmail())));
        Given.join(session).then().statusCode(200);
        session.command("transfer", Map.of("owner", Given.anOwner())).then().statusCode(200);
        session.command("end", null).then().statusCode(200);
        session.command("renew", null).then().statusCode(200);

        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .extracting(Topic.Event::type)
                .contains("parley.session.renewed.v1", "parley.session.joined.v1"));
        for (var event : Topic.read("parley.sessions", session.id())) {
            assertThat(Schemas.errors(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
    }

    @Test
    void whatTheClocksAfterTheEndTellIsAsItsSchemaSays() {
        var session = Given.aSessionOf(Given.anOwnerWithSettings(SHORT_AFTERWARDS), Map.of());
        Given.join(session).then().statusCode(200);
        session.command("end", null).then().statusCode(200);

        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .extracting(Topic.Event::type)
                .containsOnlyOnce("parley.session.access-ended.v1", "parley.session.renewability-ended.v1"));
        for (var event : Topic.read("parley.sessions", session.id())) {
            assertThat(Schemas.errors(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
    }

    @Test
    void anEventIsACloudEventWithTheSessionAsItsKey() {
        var session = Given.anInvitedSession();

        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .hasSize(2));
        assertThat(Topic.read("parley.sessions", session.id()).get(0).headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "parley.session.started.v1")
                .containsEntry("ce_source", "/parley/session-service")
                .containsEntry("ce_subject", session.id())
                .containsEntry("ce_partitionkey", session.id())
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_dataschema", "urn:parley:schema:parley.session.started.v1")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time", "ce_correlationid");
    }

    /** Nothing is traced here, which is the default. */
    @Test
    void whatARequestLeadsToKnowsTheTraceOfTheRequest() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var session = Given.aSessionWith("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(Topic.read("parley.messages", session.id())).hasSize(1);
            assertThat(Topic.read("parley.sessions", session.id())).hasSize(2);
        });
        for (var topic : List.of("parley.messages", "parley.sessions")) {
            assertThat(Topic.read(topic, session.id()))
                    .extracting(event -> event.headers().get("traceparent"))
                    .allMatch(place -> place.matches("00-" + trace + "-[0-9a-f]{16}-00"));
        }
    }

    @Test
    void whatAClockDoesIsATraceOfItsOwn() {
        var session = Given.aSessionOf(
                Given.anOwnerWithSettings("{\"session\":{\"endAfterInactivity\":\"PT1S\"}}"), Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .extracting(Topic.Event::type)
                .contains("parley.session.expired.v1"));
        assertThat(Topic.read("parley.sessions", session.id()))
                .extracting(event -> event.headers().get("traceparent").substring(3, 35))
                .satisfies(traces ->
                        assertThat(traces.get(2)).isNotEqualTo(traces.get(1)).isNotEqualTo("0".repeat(32)));
    }

    @Test
    void theTimelineIsTheEventsInOrderWithoutGaps() {
        var session = Given.anInvitedSession();
        session.command("resend", null).then().statusCode(200);
        session.command("end", null).then().statusCode(200);

        List<Integer> sequences = Given.asMachine()
                .get("/api/sessions/{id}/timeline", session.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items.sequence");
        assertThat(sequences).containsExactly(1, 2, 3, 4);
        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .extracting(event -> event.headers().get("ce_sequence"))
                .containsExactly("1", "2", "3", "4"));
    }

    @Test
    void aMessageRequestIsAsItsSchemaSaysAndStandsOnItsOwnTopicOnly() {
        var session = Given.anInvitedSession();

        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.messages", session.id()))
                .hasSize(1));
        var request = Topic.read("parley.messages", session.id()).get(0);
        assertThat(Schemas.errors(request.type(), request.data().toString())).isEmpty();
        assertThat(request.data().get("to").textValue()).isEqualTo(session.email());
        assertThat(Topic.readAll("parley.sessions"))
                .noneMatch(event -> event.data().toString().contains("@"))
                .noneMatch(event -> event.data().toString().contains("/j/"));
    }

    @Test
    void reengagingCallsTheOldMessageBackAndRequestsANewOne() {
        var session = Given.anInvitedSession();
        var right = Given.anEmail();
        session.command("re-engage", Map.of("customer", Map.of("name", "Bea Bright", "email", right)))
                .then()
                .statusCode(200);

        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.messages", session.id()))
                .hasSize(3));
        var messages = Topic.read("parley.messages", session.id());
        assertThat(messages)
                .extracting(Topic.Event::type)
                .containsExactly(
                        "parley.message.requested.v1", "parley.message.cancelled.v1", "parley.message.requested.v1");
        assertThat(messages.get(1).data().get("messageId"))
                .isEqualTo(messages.get(0).data().get("messageId"));
        assertThat(Schemas.errors(messages.get(1).type(), messages.get(1).data().toString()))
                .isEmpty();
        assertThat(messages.get(2).data().get("to").textValue()).isEqualTo(right);
        assertThat(messages.get(2).data().get("kind").textValue()).isEqualTo("RE_ENGAGEMENT");
    }
}
