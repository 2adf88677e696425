package io.parley.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
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
        var data = new JsonObject(Files.readString(EXAMPLE))
                .getJsonObject("data")
                .put("sessionId", about.sessionId())
                .put("purged", what);
        Topics.publish(
                "parley.sessions", about.sessionId(), example().put("ce_subject", about.sessionId()), data.encode());
    }

    private static JsonObject example() throws IOException {
        return new JsonObject(Files.readString(EXAMPLE)).getJsonObject("headers");
    }
}
