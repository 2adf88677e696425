package io.parley.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.twilio.security.RequestValidator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.ScriptedSms;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a text gateway answers or reports, each text comes to its one end. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class MisbehavingTextGatewayTest {

    @ConfigProperty(name = "parley.gateways.named.twilio.url")
    String url;

    @ConfigProperty(name = "parley.sms.token")
    String secret;

    @ConfigProperty(name = "parley.gateways.callback-url")
    String callbacks;

    ScriptedSms gateway;

    @BeforeEach
    void startGateway() {
        gateway = new ScriptedSms(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)));
    }

    @AfterEach
    void stopGateway() {
        gateway.close();
    }

    @Test
    void throttledAndBrokenGatewaysAreTriedAgain() {
        var request = ARequest.bySms();
        gateway.script(request.to(), 429, 503, 500);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(Api.notification(request.messageId()).getList("history.result"))
                .isEqualTo(List.of("DEFERRED", "DEFERRED", "DEFERRED", "ACCEPTED"));
    }

    @Test
    void aNumberThatIsNoneIsUndelivered() {
        var request = ARequest.bySms();
        gateway.script(request.to(), 400);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNDELIVERED"));
        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("number-rejected");
    }

    @Test
    void aCutConnectionRepeatsTheTextWithTheSameToken() {
        var request = ARequest.bySms();
        gateway.script(request.to(), ScriptedSms.CUT, 504);

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(gateway.textsTo(request.to())).hasSize(3).allSatisfy(text -> assertThat(text.get("token"))
                .isEqualTo(request.messageId().toString()));
        assertThat(Api.notification(request.messageId()).getInt("unknown")).isEqualTo(2);
    }

    @Test
    void receiptsMoveForwardOnlyHoweverTheyCome() {
        var request = aSentText();

        assertThat(receipt(request, "delivered").statusCode()).isEqualTo(204);
        assertThat(receipt(request, "sent").statusCode()).isEqualTo(204);
        assertThat(receipt(request, "failed").statusCode()).isEqualTo(204);
        assertThat(receipt(request, "delivered").statusCode()).isEqualTo(204);

        assertThat(Api.state(request)).isEqualTo("DELIVERED");
        await().untilAsserted(() -> assertThat(Topics.deliveries(request))
                .containsExactly("parley.message.sent.v1", "parley.message.delivered.v1"));
    }

    @Test
    void aFailureReportMakesItUndelivered() {
        var request = aSentText();

        receipt(request, "undelivered");

        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("not-delivered");
        await().untilAsserted(() -> assertThat(Topics.deliveries(request)).endsWith("parley.message.undelivered.v1"));
    }

    @Test
    void aStatusThatSaysNothingChangesNothing() {
        var request = aSentText();

        assertThat(receipt(request, "queued").statusCode()).isEqualTo(204);

        assertThat(Api.state(request)).isEqualTo("SENT");
    }

    @Test
    void aForgedReceiptIsRefusedAndChangesNothing() {
        var request = aSentText();

        var forged = post(path(request), fields("delivered"), "bm90IHRoZSBzaWduYXR1cmU=");

        forged.then().statusCode(403).contentType("application/problem+json");
        assertThat(forged.jsonPath().getString("type")).isEqualTo("/problems/forged-callback");
        assertThat(post(path(request), fields("delivered"), null).statusCode()).isEqualTo(403);
        assertThat(Api.state(request)).isEqualTo("SENT");
    }

    @Test
    void aSignatureForAnotherMessageIsForged() {
        var request = aSentText();
        var other = aSentText();

        var answer = post(path(request), fields("delivered"), sign(callbacks + path(other), fields("delivered")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Api.state(request)).isEqualTo("SENT");
    }

    @Test
    void aReceiptForNobodysMessageIsNotFound() {
        assertThat(receipt(ARequest.bySms(), "delivered").statusCode()).isEqualTo(404);
        assertThat(post("/callbacks/nobody", fields("delivered"), "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReceiptMayNameTheGatewaysReferenceInstead() {
        var request = aSentText();
        var fields = fields("delivered");
        fields.put("MessageSid", reference(request));

        var answer = post("/callbacks/twilio", fields, sign(callbacks + "/callbacks/twilio", fields));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Api.state(request)).isEqualTo("DELIVERED");
    }

    @Test
    void twiliosOwnLibraryAcceptsWhatWeAccept() {
        var request = aSentText();
        var address = callbacks + path(request);
        var signature = sign(address, fields("delivered"));

        assertThat(new RequestValidator(secret).validate(address, fields("delivered"), signature))
                .isTrue();
        assertThat(post(path(request), fields("delivered"), signature).statusCode())
                .isEqualTo(204);
    }

    private ARequest aSentText() {
        var request = ARequest.bySms();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        return request;
    }

    private String reference(ARequest request) {
        return Api.notification(request.messageId()).getString("reference");
    }

    private Response receipt(ARequest request, String status) {
        return post(path(request), fields(status), sign(callbacks + path(request), fields(status)));
    }

    private static String path(ARequest request) {
        return "/callbacks/twilio?message=" + request.messageId();
    }

    private static Map<String, String> fields(String status) {
        return new TreeMap<>(Map.of("MessageStatus", status, "MessageSid", "SM-unknown", "To", "+4915112345678"));
    }

    private static Response post(String path, Map<String, String> fields, String signature) {
        var request = RestAssured.given().urlEncodingEnabled(true).formParams(fields);
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        return request.post(path);
    }

    private String sign(String address, Map<String, String> fields) {
        var signed = new StringBuilder(address);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
