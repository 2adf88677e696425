package io.parley.notification;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.ManyGateways;
import io.parley.notification.testing.ScriptedSmtp;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes back to the mailbox of bounces makes its message undelivered, and nothing else does. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ManyGateways.class)
class BounceMailboxTest {

    GreenMail box;
    GreenMailUser user;
    ScriptedSmtp server;

    @BeforeEach
    void startServers() {
        server = new ScriptedSmtp(Integer.parseInt(setting("port")));
        box = new GreenMail(new ServerSetup(Integer.parseInt(setting("bounce-port")), "127.0.0.1", "imap"));
        box.start();
        user = box.setUser(setting("bounce-user"), setting("bounce-password"));
    }

    @AfterEach
    void stopServers() throws Exception {
        box.stop();
        server.close();
    }

    @Test
    void aReportOfFailureIsTakenAndRemoved() throws MessagingException {
        var request = aSentMail();

        deliver(report(returnAddress(request), "failed", "5.1.1"));

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNDELIVERED"));
        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("address-rejected");
        await().untilAsserted(() -> assertThat(box.getReceivedMessages()).isEmpty());
    }

    @Test
    void aReportThatComesTwiceCountsOnce() throws MessagingException {
        var request = aSentMail();

        deliver(report(returnAddress(request), "failed", "5.2.2"));
        deliver(report(returnAddress(request), "failed", "5.2.2"));

        await().untilAsserted(() -> assertThat(box.getReceivedMessages()).isEmpty());
        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("not-delivered");
        await().untilAsserted(() -> assertThat(Topics.deliveries(request))
                .containsExactly("parley.message.sent.v1", "parley.message.undelivered.v1"));
    }

    @Test
    void whatIsNoReportOfFailureStaysForAPersonAndChangesNothing() throws MessagingException {
        var request = aSentMail();
        var later = aSentMail();
        var address = returnAddress(request);

        deliver(report(address, "delayed", "4.4.1"));
        deliver("Delivered-To: " + address + "\r\nSubject: I am away\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n");
        deliver(report(address.replaceAll("-[0-9a-f]{16}@", "-0123456789abcdef@"), "failed", "5.1.1"));
        deliver("Delivered-To: bounces@parley.example\r\nSubject: Buy!\r\n\r\nBuy\r\n");
        deliver(report(returnAddress(later), "failed", "5.1.1"));

        await().untilAsserted(() -> assertThat(Api.state(later)).isEqualTo("UNDELIVERED"));
        await().untilAsserted(() -> assertThat(seen()).isEqualTo(List.of(true, true, true, true)));
        assertThat(Api.state(request)).isEqualTo("SENT");
    }

    private List<Boolean> seen() {
        return Arrays.stream(box.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.isSet(Flags.Flag.SEEN);
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private ARequest aSentMail() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        return request;
    }

    private String returnAddress(ARequest request) {
        return server.mailsTo(request.to()).get(0).returnAddress();
    }

    private static String report(String returnAddress, String action, String status) {
        return Stream.of(
                        "Delivered-To: <" + returnAddress + ">",
                        "From: MAILER-DAEMON@mx.example.org",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
                        "",
                        "--x",
                        "Content-Type: text/plain",
                        "",
                        "It could not be delivered.",
                        "--x",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mx.example.org",
                        "",
                        "Final-Recipient: rfc822; anna@example.org",
                        "Action: " + action,
                        "Status: " + status,
                        "--x--",
                        "")
                .reduce("", (mail, line) -> mail + line + "\r\n");
    }

    private void deliver(String mail) throws MessagingException {
        user.deliver(new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("parley.gateways.named.smtp." + name, String.class);
    }
}
