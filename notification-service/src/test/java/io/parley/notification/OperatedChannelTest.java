package io.parley.notification;

import java.io.IOException;
import java.time.Duration;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.ScriptedSmtp;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** What operators do with a channel, and see of it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class OperatedChannelTest extends OnScriptedMail {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void aPausedChannelWaitsAndADrainingOneLetsOutWhatCameBefore() {
        var before = ARequest.byMail();
        var after = ARequest.byMail();
        Api.asAdmin().post("/api/channels/email/pause").then().statusCode(200);
        Topics.publish(before);
        await().untilAsserted(() -> assertThat(Api.state(before)).isEqualTo("REQUESTED"));

        Api.asAdmin().post("/api/channels/email/drain").then().statusCode(200);
        await().untilAsserted(() -> assertThat(Api.state(before)).isEqualTo("SENT"));
        Topics.publish(after);
        await().untilAsserted(() -> assertThat(Api.state(after)).isEqualTo("REQUESTED"));
        Api.asAdmin().post("/api/channels/email/resume").then().statusCode(200);

        await().untilAsserted(() -> assertThat(Api.state(after)).isEqualTo("SENT"));
    }

    @Test
    void aPausedChannelStillGivesUpInTime() {
        var request = ARequest.byMail().givenUpAfter(Duration.ofSeconds(1));
        Api.asAdmin().post("/api/channels/email/pause").then().statusCode(200);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNDELIVERED"));
        Api.asAdmin().post("/api/channels/email/resume").then().statusCode(200);
    }

    @Test
    void aWaitingMailIsRequeued() throws IOException {
        var request = ARequest.byMail();
        server.close();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("REQUESTED"));
        rows("update message set due_at = now() + interval '1 hour' where id = '" + request.messageId() + "'");
        server = new ScriptedSmtp(port);

        Api.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"session\": \"" + request.sessionId() + "\", \"channel\": \"EMAIL\"}")
                .post("/api/notifications/requeue")
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
    }

    @Test
    void theQueueIsMeasured() throws IOException {
        var request = ARequest.byMail();
        server.close();

        Topics.publish(request);

        await().untilAsserted(() -> RestAssured.given()
                .port(managementPort)
                .get("/metrics")
                .then()
                .body(
                        containsString("parley_queue_size{channel=\"EMAIL\"} 1"),
                        containsString("parley_queue_age_seconds{channel=\"EMAIL\"}"),
                        containsString("parley_handover_seconds_count{gateway=\"smtp\",result=\"deferred\"}"),
                        not(containsString(request.to()))));
        Topics.cancel(request, "WITHDRAWN");
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("CANCELLED"));
    }
}
