package io.parley.notification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.OwnPort;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What became of messages can be told once more, to whoever lost it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(OwnPort.class)
class ReplayedDeliveriesTest {

    @Test
    void theLastWordIsToldAgainAsItWas() {
        var mail = ARequest.byMail();
        var text = ARequest.bySms().with("sessionId", mail.sessionId());
        Topics.publish(mail);
        Topics.publish(text);
        await().untilAsserted(() -> assertThat(Topics.deliveries(mail)).contains("parley.message.delivered.v1"));
        await().untilAsserted(() -> assertThat(Topics.deliveries(mail)).hasSize(3));
        var before = deliveries(mail);

        replay(Map.of("session", mail.sessionId())).body("replayed", equalTo(2)).body("nextCursor", nullValue());

        await().untilAsserted(() -> assertThat(deliveries(mail)).hasSize(5));
        assertThat(deliveries(mail).subList(3, 5))
                .containsExactlyInAnyOrder(
                        of(before, mail, "parley.message.sent.v1"), of(before, text, "parley.message.delivered.v1"));
    }

    @Test
    void aPeriodIsToldPartByPart() {
        var first = ARequest.byMail();
        var second = ARequest.byMail().with("sessionId", first.sessionId());
        Topics.publish(first);
        Topics.publish(second);
        await().untilAsserted(() -> assertThat(Topics.deliveries(first)).hasSize(2));
        var session = first.sessionId();

        var next = replay(Map.of(
                        "session", session, "limit", 1, "from", first.data().getString("requestedAt")))
                .body("replayed", equalTo(1))
                .body("nextCursor", notNullValue())
                .extract()
                .<String>path("nextCursor");
        replay(Map.of("session", session, "after", next)).body("replayed", equalTo(1));
        replay(Map.of("session", session, "to", first.data().getString("requestedAt")))
                .body("replayed", equalTo(0));

        await().untilAsserted(() -> assertThat(Topics.deliveries(first)).hasSize(4));
        assertThat(deliveries(first).stream()
                        .map(delivery -> delivery.get("ce_id"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("limit", 0),
                Map.of("limit", 501),
                Map.of("after", "x"),
                Map.of("after", "2026-11-16T09:30:00Z~"))) {
            ask(wrong).statusCode(400);
        }
        ask(Map.of(
                        "session",
                        UUID.randomUUID(),
                        "from",
                        "-100000000-01-01T00:00:00Z",
                        "to",
                        "+100000000-01-01T00:00:00Z"))
                .statusCode(200)
                .body("replayed", equalTo(0));
    }

    private static Map<String, String> of(List<Map<String, String>> deliveries, ARequest request, String type) {
        return deliveries.stream()
                .filter(delivery -> delivery.get("ce_type").equals(type))
                .filter(delivery ->
                        delivery.get("data").contains(request.messageId().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> deliveries(ARequest request) {
        return Topics.read("parley.deliveries", request.sessionId()).stream()
                .map(ReplayedDeliveriesTest::whole)
                .toList();
    }

    /** A delivery is what it says and its headers; where it belongs in a trace is not part of it. */
    private static Map<String, String> whole(ConsumerRecord<String, String> record) {
        var parts = StreamSupport.stream(record.headers().spliterator(), false)
                .filter(header -> !header.key().equals("traceparent"))
                .collect(toMap(
                        header -> header.key(),
                        header -> new String(header.value()),
                        (one, same) -> one,
                        TreeMap::new));
        parts.put("data", record.value());
        return parts;
    }

    private static ValidatableResponse replay(Map<String, Object> wanted) {
        return ask(wanted).statusCode(200);
    }

    private static ValidatableResponse ask(Map<String, Object> wanted) {
        return Api.asAdmin()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/api/notifications/replay")
                .then();
    }
}
