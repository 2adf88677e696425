package io.parley.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.LogOutput;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;

/** When session-service has purged who a customer was, so does this service. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class PurgedSessionsTest extends OnScriptedMail {

    private static final Path EXAMPLE = Path.of("../contracts/examples/parley.session.purged.v1.json");

    @Test
    void theContactOfAPurgedSessionIsErasedAndItsMessageStillCounts() throws IOException {
        var purged = aSentRequest();
        var other = aSentRequest();

        publish(purged, "CONTACTS");

        await().untilAsserted(() -> assertThat(contact(purged)).isNull());
        assertThat(Api.state(purged)).isEqualTo("SENT");
        assertThat(contact(other)).isNotNull();
    }

    @Test
    void itIsOfTheTraceThatThePurgeIsOf() throws IOException {
        var purged = aSentRequest();
        var trace = UUID.randomUUID().toString().replace("-", "");
        var headers = example().put("ce_subject", purged.sessionId());
        headers.put("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        var logger = Logger.getLogger(PurgedSessionsTest.class.getPackageName() + ".upkeep.PurgedSessions");
        logger.setLevel(Level.FINE);

        try (var log = new LogOutput()) {
            Topics.publish("parley.sessions", purged.sessionId(), headers, purge(purged, "CONTACTS"));

            await().untilAsserted(() -> assertThat(log.all())
                    .contains("sessionId=" + purged.sessionId() + " eventId=" + headers.getString("ce_id") + " traceId="
                            + trace));
        } finally {
            logger.setLevel(null);
        }
    }

    @Test
    void purgedDocumentsAreNoneOfItsBusiness() throws IOException {
        var request = aSentRequest();
        var after = aSentRequest();

        publish(request, "DOCUMENTS");
        publish(after, "SKELETON");

        await().untilAsserted(() -> assertThat(contact(after)).isNull());
        assertThat(contact(request)).isNotNull();
    }

    @Test
    void whatCannotBeReadHoldsNothingUp() throws IOException {
        var after = aSentRequest();

        Topics.publish("parley.sessions", after.sessionId(), example().put("ce_subject", "nobody"), "{");
        Topics.publish("parley.sessions", after.sessionId(), new JsonObject(), "");
        publish(after, "CONTACTS");

        await().untilAsserted(() -> assertThat(contact(after)).isNull());
    }

    private ARequest aSentRequest() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        return request;
    }

    private static String contact(ARequest request) {
        return Api.notification(request.messageId()).getString("contact");
    }

    private static void publish(ARequest about, String what) throws IOException {
        Topics.publish(
                "parley.sessions",
                about.sessionId(),
                example().put("ce_subject", about.sessionId()),
                purge(about, what));
    }

    private static String purge(ARequest about, String what) throws IOException {
        return new JsonObject(Files.readString(EXAMPLE))
                .getJsonObject("data")
                .put("sessionId", about.sessionId())
                .put("purged", what)
                .encode();
    }

    private static JsonObject example() throws IOException {
        return new JsonObject(Files.readString(EXAMPLE)).getJsonObject("headers");
    }
}
