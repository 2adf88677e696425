package io.parley.notification;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.LogOutput;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Whatever is on the topic, each event is in the ledger or among the dead letters. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class IntakeTest extends OnScriptedMail {

    @Test
    void anUnreadableEventGoesToTheDeadLettersAndLaterOnesGoOn() {
        var unreadable = ARequest.byMail();
        var later = ARequest.byMail().with("sessionId", unreadable.sessionId());

        Topics.publish(unreadable.sessionId(), unreadable.headers(), "{\"messageId\":");
        Topics.publish(
                unreadable.sessionId(), unreadable.headers().copy().put("ce_type", "parley.message.sung.v1"), "{}");
        Topics.publish(unreadable.sessionId(), unreadable.headers().copy().put("ce_id", "no uuid"), "null");
        Topics.publish(later);

        await().untilAsserted(() -> assertThat(Api.state(later)).isEqualTo("SENT"));
        var dead = Topics.read("parley.messages.dead", unreadable.sessionId());
        assertThat(dead)
                .extracting(record -> Topics.header(record, "dead-letter-reason"))
                .containsExactly("not-the-schema", "unknown-type", "incomplete");
        assertThat(dead.get(0).value()).isEqualTo("{\"messageId\":");
    }

    @Test
    void aNulCharacterCostsNothing() {
        var request = ARequest.byMail().with("recipientName", "An\u0000na").with("owner", "al\u0000ice");

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
    }

    @Test
    void aDeadLetterIsTriedAgainWhenItsReasonIsGone() {
        var request = ARequest.byMail();
        var good = request.data().encode();
        Topics.publish(request.with("kind", "NEWSLETTER"));
        await().untilAsserted(() -> assertThat(deadLetterReasons()).contains("not-the-schema"));
        // As a later version of the service would: it can read what this one could not
        rows("update dead_letter set value = convert_to('" + good
                + "', 'UTF8') where convert_from(value, 'UTF8') like '%" + request.messageId() + "%'");

        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"deadLetters\": true}")
                .post("/api/notifications/requeue")
                .then()
                .statusCode(200)
                .body("deadLetters", equalTo(1));

        await().untilAsserted(() -> assertThat(server.mailsTo(request.to())).hasSize(1));
    }

    @Test
    void eventsWaitForADatabaseThatDoesNotAnswer() {
        var request = ARequest.byMail();
        rows("alter table inbox rename to inbox_away");
        try (var log = new LogOutput()) {
            Topics.publish(request);
            await().untilAsserted(() -> assertThat(log.all()).contains("Message events wait"));
        } finally {
            rows("alter table inbox_away rename to inbox");
        }

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(Topics.read("parley.messages.dead", request.sessionId())).isEmpty();
    }

    private static List<String> deadLetterReasons() {
        return Api.asAdmin()
                .get("/api/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reason");
    }
}
