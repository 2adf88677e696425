package io.parley.notification;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.ScriptedSmtp;
import io.parley.notification.testing.ScriptedSmtp.Step;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a mail server does, each mail comes to its one end. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class MisbehavingMailServerTest extends OnScriptedMail {

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

    private void leaseLikeADeadReplica(ARequest request) {
        rows("update message set state = 'SENDING', made = made + 1, epoch = epoch + 1, due_at = now() where id = '"
                + request.messageId() + "' and state = 'REQUESTED'");
    }
}
