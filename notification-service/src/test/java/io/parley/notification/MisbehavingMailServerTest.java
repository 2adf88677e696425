package io.parley.notification;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.LogOutput;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.ScriptedSmtp;
import io.parley.notification.testing.ScriptedSmtp.Step;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Whatever a mail server does, each mail comes to its one end. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class MisbehavingMailServerTest {

    @ConfigProperty(name = "parley.gateways.named.smtp.port")
    int port;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    Pool pool;

    ScriptedSmtp server;

    @BeforeEach
    void startServer() {
        server = new ScriptedSmtp(port);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void aMailThatIsDeferredIsSentLater() {
        var request = ARequest.byMail();
        server.script(request.to(), Step.BUSY, Step.BUSY);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        var history = Api.notification(request.messageId());
        assertThat(history.getList("history.result")).isEqualTo(List.of("DEFERRED", "DEFERRED", "ACCEPTED"));
        assertThat(history.getList("history.reason")).contains("smtp-451");
        assertThat(server.mailsTo(request.to())).hasSize(1);
    }

    @Test
    void aRefusedRecipientIsUndelivered() {
        var request = ARequest.byMail();
        server.script(request.to(), Step.GONE);

        Topics.publish(request);

        await().untilAsserted(
                        () -> assertThat(Topics.deliveries(request)).containsExactly("parley.message.undelivered.v1"));
        assertThat(Topics.read("parley.deliveries", request.sessionId()).get(0).value())
                .contains("\"reason\":\"address-rejected\"");
    }

    @Test
    void aRefusedContentIsUndelivered() {
        var request = ARequest.byMail();
        server.script(request.to(), Step.SPAM);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNDELIVERED"));
        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("content-rejected");
    }

    @Test
    void anAddressThatIsNoneIsUndeliveredAndHarmless() {
        var request = ARequest.byMail().with("to", "a@b.example>\r\nRCPT TO:<eve@example.org");

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNDELIVERED"));
        assertThat(server.mailsTo("eve@example.org")).isEmpty();
    }

    @Test
    void aNameCannotAddAHeader() {
        var request = ARequest.byMail()
                .with("recipientName", "Anna\r\nBcc: eve@example.org")
                .with("agentName", "Alice\r\nX-Evil: yes <b>bold</b>");
        request.data()
                .getJsonObject("brand")
                .put("mailFromName", "Sales\r\nX-Evil: yes\" <eve@example.org>")
                .put("mailReplyTo", "eve@example.org\r\nX-Evil: yes");

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(server.mailsTo(request.to())).hasSize(1));
        var mail = server.mailsTo(request.to()).get(0);
        assertThat(mail.header("X-Evil")).isEmpty();
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.header("Reply-To")).isEmpty();
        assertThat(mail.header("From")).endsWith("<no-reply@parley.example>").startsWith("\"");
        assertThat(mail.content()).doesNotContain("<b>bold</b></");
    }

    @Test
    void aConnectionCutAfterTheDataRepeatsTheMailWithTheSameIdAndCountsIt() {
        var request = ARequest.byMail();
        server.script(request.to(), Step.CUT_AFTER_DATA);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(server.mailsTo(request.to())).hasSize(2).allSatisfy(mail -> assertThat(mail.header("Message-ID"))
                .isEqualTo("<" + request.messageId() + "@parley.example>"));
        assertThat(Api.notification(request.messageId()).getInt("unknown")).isEqualTo(1);
    }

    @Test
    void silenceAfterTheDataRepeatsTheMailWithTheSameId() {
        var request = ARequest.byMail();
        server.script(request.to(), Step.SILENT_AFTER_DATA);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(server.mailsTo(request.to())).hasSize(2);
    }

    @Test
    void aSlowServerKeepsItsMailBeyondTheLease() {
        var request = ARequest.byMail();
        server.script(request.to(), Step.SLOW);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(server.mailsTo(request.to())).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsTriedUntilTheTimeIsUp() throws IOException {
        var request = ARequest.byMail().givenUpAfter(Duration.ofSeconds(3));
        server.close();

        Topics.publish(request);

        await().untilAsserted(
                        () -> assertThat(Topics.deliveries(request)).containsExactly("parley.message.undelivered.v1"));
        var end = Api.notification(request.messageId());
        assertThat(end.getString("reason")).isEqualTo("gave-up");
        assertThat(end.getList("history.reason", String.class))
                .hasSizeGreaterThan(1)
                .containsOnly("unreachable");
    }

    @Test
    void aMailWaitsForAServerThatComesBack() throws IOException {
        var request = ARequest.byMail();
        server.close();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("REQUESTED"));

        server = new ScriptedSmtp(port);

        await().untilAsserted(() -> assertThat(server.mailsTo(request.to())).hasSize(1));
    }

    @Test
    void aCancelledMailIsNeverSent() throws IOException {
        var request = ARequest.byMail();
        server.close();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("REQUESTED"));

        Topics.cancel(request, "SUPERSEDED");

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SUPERSEDED"));
        server = new ScriptedSmtp(port);
        var later = ARequest.byMail();
        Topics.publish(later);
        await().untilAsserted(() -> assertThat(server.mailsTo(later.to())).hasSize(1));
        assertThat(server.mailsTo(request.to())).isEmpty();
        assertThat(Topics.deliveries(request)).isEmpty();
    }

    @Test
    void aCancelThatComesBeforeItsRequestHolds() {
        var request = ARequest.byMail();
        var later = ARequest.byMail().with("sessionId", request.sessionId());

        Topics.cancel(request, "WITHDRAWN");
        Topics.publish(request);
        Topics.publish(later);

        await().untilAsserted(() -> assertThat(server.mailsTo(later.to())).hasSize(1));
        assertThat(Api.state(request)).isEqualTo("CANCELLED");
        assertThat(server.mailsTo(request.to())).isEmpty();
    }

    @Test
    void aCancelAfterTheHandoverChangesNothing() {
        var request = ARequest.byMail();
        var later = ARequest.byMail().with("sessionId", request.sessionId());
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));

        Topics.cancel(request, "SUPERSEDED");
        Topics.publish(later);

        await().untilAsserted(() -> assertThat(Api.state(later)).isEqualTo("SENT"));
        assertThat(Api.state(request)).isEqualTo("SENT");
    }

    @Test
    void whatADeadReplicaHadInHandIsTakenOver() throws IOException {
        var request = ARequest.byMail();
        server.close();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("REQUESTED"));
        leaseLikeADeadReplica(request);

        server = new ScriptedSmtp(port);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        var history = Api.notification(request.messageId());
        assertThat(history.getList("history.reason", String.class)).contains("lease-lapsed");
        assertThat(history.getInt("unknown")).isEqualTo(1);
    }

    @Test
    void afterTheHandoverNothingPersonalIsLeft() {
        var request = ARequest.byMail();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(rows("select 1 from content where message_id = '" + request.messageId() + "'"))
                .isZero();
        assertThat(rows("select 1 from message m where m::text like '%" + request.to() + "%'"))
                .isZero();
        assertThat(Api.notification(request.messageId()).getString("contact")).isEqualTo("a•••@example.org");
    }

    @Test
    void noContactAndNoLinkIsEverLogged() throws IOException {
        var sent = ARequest.byMail();
        var refused = ARequest.byMail();
        var cut = ARequest.byMail();
        var unreadable = ARequest.byMail().with("kind", "NEWSLETTER");
        server.script(refused.to(), Step.GONE);
        server.script(cut.to(), Step.CUT_AFTER_DATA, Step.BUSY);
        try (var log = new LogOutput()) {
            List.of(sent, refused, cut, unreadable).forEach(Topics::publish);
            await().untilAsserted(() -> assertThat(Api.state(sent)).isEqualTo("SENT"));
            await().untilAsserted(() -> assertThat(Api.state(cut)).isEqualTo("SENT"));
            await().untilAsserted(() -> assertThat(Api.state(refused)).isEqualTo("UNDELIVERED"));
            await().untilAsserted(() -> assertThat(log.all()).contains("Unreadable event put aside"));

            assertThat(List.of(sent, refused, cut, unreadable))
                    .allSatisfy(request -> assertThat(log.all()).doesNotContain(request.to(), request.link()));
        }
    }

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

    @Test
    void whatIsOldIsPurged() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        rows("insert into inbox values (gen_random_uuid(), now() - interval '60 days')");
        rows("update message set received_at = now() - interval '500 days' where id = '" + request.messageId() + "'");

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNKNOWN HERE"));

        assertThat(rows("select 1 from attempt where message_id = '" + request.messageId() + "'"))
                .isZero();
        await().untilAsserted(
                        () -> assertThat(rows("select 1 from inbox where arrived_at < now() - interval '50 days'"))
                                .isZero());
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

    private static List<String> deadLetterReasons() {
        return Api.asAdmin()
                .get("/api/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reason");
    }

    private void leaseLikeADeadReplica(ARequest request) {
        rows("update message set state = 'SENDING', made = made + 1, epoch = epoch + 1, due_at = now() where id = '"
                + request.messageId() + "' and state = 'REQUESTED'");
    }

    private int rows(String sql) {
        return pool.query(sql).execute().map(rows -> rows.rowCount()).await().atMost(Duration.ofSeconds(5));
    }
}
