package io.parley.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.type.SmppChannelException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.LogOutput;
import io.parley.notification.testing.ManyGateways;
import io.parley.notification.testing.MessageCentre;
import io.parley.notification.testing.ScriptedSmtp;
import io.parley.notification.testing.ScriptedSmtp.Step;
import io.parley.notification.testing.ScriptedWeb;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Several gateways of several makes per channel: each message finds one that takes it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ManyGateways.class)
class ManyGatewaysTest {

    ScriptedSmtp first;
    ScriptedSmtp backup;
    MessageCentre centre;
    ScriptedWeb web;

    @BeforeEach
    void startServers() throws SmppChannelException {
        first = new ScriptedSmtp(port("smtp"));
        backup = new ScriptedSmtp(port("backup"));
        centre = new MessageCentre(port("centre"));
        web = new ScriptedWeb(Integer.parseInt(setting("web.url").replaceAll("\\D", "")));
    }

    @AfterEach
    void stopServers() throws IOException {
        first.close();
        backup.close();
        centre.close();
        web.close();
    }

    @Test
    void aMailThatTheFirstServerDefersGoesToTheSecond() {
        var request = ARequest.byMail();
        first.script(request.to(), Step.BUSY);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(backup.mailsTo(request.to())).hasSize(1));
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(Api.notification(request.messageId()).getList("history.gateway"))
                .isEqualTo(List.of("smtp", "backup"));
    }

    @Test
    void aMailWhoseFirstServerIsAwayGoesToTheSecond() throws IOException {
        var request = ARequest.byMail();
        first.close();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(backup.mailsTo(request.to())).hasSize(1));
    }

    @Test
    void aServerThatIsDownIsLeftAloneUntilItIsBack() throws IOException {
        first.close();
        var requests = Stream.generate(ARequest::byMail).limit(8).collect(toList());

        requests.forEach(Topics::publish);

        await().untilAsserted(() -> assertThat(requests)
                .allSatisfy(request -> assertThat(backup.mailsTo(request.to())).hasSize(1)));
        await().untilAsserted(() -> {
            Topics.publish(ARequest.byMail());
            Api.asAdmin().get("/api/channels/email").then().body("resting", equalTo(List.of("smtp")));
        });
        first = new ScriptedSmtp(port("smtp"));
        await().untilAsserted(() -> {
            Topics.publish(ARequest.byMail());
            Api.asAdmin().get("/api/channels/email").then().body("resting", equalTo(List.of()));
        });
        var later = ARequest.byMail();
        Topics.publish(later);
        await().untilAsserted(() -> assertThat(first.mailsTo(later.to())).hasSize(1));
    }

    @Test
    void aRefusedRecipientIsNotTriedElsewhere() {
        var request = ARequest.byMail();
        first.script(request.to(), Step.GONE);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNDELIVERED"));
        assertThat(backup.mailsTo(request.to())).isEmpty();
    }

    @Test
    void aMailThatComesBackIsUndelivered() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        var returnAddress = first.mailsTo(request.to()).get(0).returnAddress();

        assertThat(returnAddress).matches("bounces\\+[0-9a-f]{32}-[0-9a-f]{16}@parley\\.example");
        assertThat(bounce(returnAddress.replaceAll("-.", "-x"), REPORT).statusCode())
                .isEqualTo(403);
        assertThat(bounce(returnAddress, "Subject: I am on holiday\r\n\r\nBye").statusCode())
                .isEqualTo(204);
        assertThat(Api.state(request)).isEqualTo("SENT");
        assertThat(bounce(returnAddress, REPORT.replace("failed", "delayed")).statusCode())
                .isEqualTo(204);
        assertThat(Api.state(request)).isEqualTo("SENT");
        assertThat(bounce(returnAddress, REPORT).statusCode()).isEqualTo(204);

        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("address-rejected");
    }

    @Test
    void aTextGoesToTheMessageCentreAndItsReceiptComesBack() throws Exception {
        var request = ARequest.bySms().with("agentName", "Zoë {€}");
        awaitBound();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        var text = centre.textsTo(request.to()).get(0);
        assertThat(text.text()).isEqualTo("Zoe {€} of Sales invites you to a private room: " + request.link());
        assertThat(text.from()).isEqualTo("Parley");
        assertThat(centre.report(text, "ENROUTE")).isZero();
        assertThat(centre.report(text, "DELIVRD")).isZero();
        assertThat(centre.report(text, "UNDELIV")).isZero();
        assertThat(Api.state(request)).isEqualTo("DELIVERED");
    }

    @Test
    void anotherScriptGoesOutAsItIs() {
        var request =
                ARequest.bySms().with("kind", "OTP").with("code", "123456").with("locale", "he");
        request.data().remove("link");
        awaitBound();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(centre.textsTo(request.to())).hasSize(1));
        assertThat(centre.textsTo(request.to()).get(0).coding()).isEqualTo((byte) 8);
        assertThat(centre.textsTo(request.to()).get(0).text()).startsWith("123456 הוא הקוד");
    }

    @Test
    void aReceiptForNobodysTextIsAskedForAgainAndLetGoInTheEnd() throws Exception {
        var text = new MessageCentre.Text("mc-nobody", "4915112345678", "Parley", (byte) 0, "", "");
        awaitBound();

        try (var log = new LogOutput()) {
            assertThat(centre.report(text, "DELIVRD")).isEqualTo(SmppConstants.STATUS_X_T_APPN);
            await().untilAsserted(
                            () -> assertThat(centre.report(text, "DELIVRD")).isZero());

            assertThat(log.all())
                    .contains(
                            "A receipt is for no message that was ever handed over here, and is let go: gateway=centre \n");
        }
        RestAssured.given()
                .port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", int.class))
                .get("/metrics")
                .then()
                .body(containsString("parley_receipts_unknown_total{gateway=\"centre\"} 1"));
    }

    @Test
    void aThrottlingMessageCentreHandsOnToTheNextGateway() {
        var request = ARequest.bySms();
        centre.script(request.to(), SmppConstants.STATUS_THROTTLED);
        awaitBound();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(web.postedTo(request.to())).hasSize(1));
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(Api.notification(request.messageId()).getList("history.reason"))
                .contains("smpp-58");
    }

    @Test
    void aNumberThatTheMessageCentreDoesNotKnowIsUndelivered() {
        var request = ARequest.bySms();
        centre.script(request.to(), SmppConstants.STATUS_INVDSTADR);
        awaitBound();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNDELIVERED"));
        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("number-rejected");
    }

    @Test
    void theGenericGatewayIsSignedAndItsReceiptsMustBe() {
        var request = ARequest.bySms().with("agentName", "A \"{to}\"");
        centre.close();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        var posted = web.postedTo(request.to()).get(0);
        assertThat(posted.json().getString("text")).startsWith("A \"{to}\" of Sales");
        assertThat(posted.key()).isEqualTo(request.messageId().toString());
        assertThat(posted.signature()).isEqualTo(sign(posted.time() + "." + posted.body()));
        var receipt = "{\"message\": \"" + request.messageId() + "\", \"status\": \"delivered\"}";
        var now = Instant.now();
        assertThat(callback(now, receipt, "forged").statusCode()).isEqualTo(403);
        var old = now.minus(Duration.ofHours(1));
        assertThat(callback(old, receipt, sign(old.getEpochSecond() + "." + receipt))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Api.state(request)).isEqualTo("SENT");
        assertThat(callback(now, receipt, sign(now.getEpochSecond() + "." + receipt))
                        .statusCode())
                .isEqualTo(204);
        assertThat(Api.state(request)).isEqualTo("DELIVERED");
        assertThat(callback(now, "[", sign(now.getEpochSecond() + ".[")).statusCode())
                .isEqualTo(204);
    }

    /** A text on a channel of its own shows that the link to the restarted centre is up again. */
    private void awaitBound() {
        await().untilAsserted(() -> {
            var probe = ARequest.bySms();
            Topics.publish(probe);
            await().untilAsserted(() -> assertThat(Api.state(probe)).isEqualTo("SENT"));
            assertThat(centre.textsTo(probe.to())).hasSize(1);
        });
    }

    private static final String REPORT = """
            Content-Type: multipart/report; report-type=delivery-status; boundary=x\r
            \r
            --x\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; mx.example.org\r
            \r
            Final-Recipient: rfc822; somebody@example.org\r
            Action: failed\r
            Status: 5.1.1\r
            --x--\r
            """;

    private static Response bounce(String recipient, String mail) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("message/rfc822", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("message/rfc822")
                .queryParam("recipient", recipient)
                .body(mail)
                .post("/callbacks/smtp");
    }

    private static Response callback(Instant time, String body, String signature) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("X-Parley-Timestamp", time.getEpochSecond())
                .header("X-Parley-Signature", signature)
                .body(body)
                .post("/callbacks/web");
    }

    private static int port(String gateway) {
        return Integer.parseInt(setting(gateway + ".port"));
    }

    /** Not injected: the other tests' applications, which hold this class as well, have no such setting. */
    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("parley.gateways.named." + name, String.class);
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(setting("web.secret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
