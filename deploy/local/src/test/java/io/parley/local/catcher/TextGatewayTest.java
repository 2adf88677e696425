package io.parley.local.catcher;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.parley.local.Http;
import io.parley.local.web.BasicCredentials;
import io.parley.local.web.Exchange;
import io.parley.local.web.Form;
import io.parley.local.web.Json;
import io.parley.local.web.LocalServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TextGatewayTest {

    private static final BasicCredentials ACCOUNT = new BasicCredentials("AC1", "a-token");
    private static final String TO_ANNA = "To=%2B4915112345678&From=Parley&Body=";

    @TempDir
    private Path folder;

    private Catcher catcher;
    private LocalServer callee;
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        catcher = Catcher.start(folder, 0, 0, ACCOUNT);
        callee = new LocalServer("callee", 0)
                .on("POST", "/callbacks/sms", this::take)
                .start();
    }

    @AfterEach
    void stop() {
        catcher.close();
        callee.close();
    }

    @Test
    void aTextIsQueuedAndCaught() {
        var answer = send(TO_ANNA + encode("Come to http://localhost:8080/j/x!"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json("status")).isEqualTo("queued");
        assertThat(answer.json("sid")).startsWith("SM").hasSize(34);
        var text = Json.tree(Http.get(catcher.url() + "/api/messages?to=%2B4915112345678")
                        .body())
                .get(0);
        assertThat(text.get("id").asText()).isEqualTo(answer.json("sid"));
        assertThat(text.get("channel").asText()).isEqualTo("SMS");
        assertThat(text.get("links").get(0).asText()).isEqualTo("http://localhost:8080/j/x");
        assertThat(text.has("subject")).isFalse();
    }

    @Test
    void aPlusThatTheQueryTurnedIntoASpaceIsOneAllTheSame() {
        send(TO_ANNA + "Hello");

        assertThat(Json.tree(Http.get(catcher.url() + "/api/messages?to=+4915112345678")
                        .body()))
                .hasSize(1);
    }

    @Test
    void receiptsComeSignedAndInTheirOrder() {
        String sid =
                send(TO_ANNA + "Hello&StatusCallback=" + encode(callback())).json("sid");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(receipts)
                .extracting(receipt -> receipt.form().get("MessageStatus").orElseThrow())
                .containsExactly("sent", "delivered"));
        assertThat(receipts).allSatisfy(receipt -> {
            assertThat(receipt.form().get("MessageSid")).contains(sid);
            assertThat(receipt.form().get("To")).contains("+4915112345678");
            assertThat(receipt.signature())
                    .isEqualTo(TwilioSignature.of(
                            ACCOUNT.password(), callback(), receipt.form().fields()));
        });
    }

    @Test
    void aReceiptIsTriedAgainWhenTheCalleeIsAway() {
        refusals.set(2);

        send(TO_ANNA + "Hello&StatusCallback=" + encode(callback()));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(receipts).hasSize(2));
    }

    /** The example of Twilio's own documentation. */
    @Test
    void theSignatureIsTwilios() {
        var fields = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212");

        assertThat(TwilioSignature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", fields))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @ParameterizedTest
    @CsvSource({
        "'From=Parley&Body=Hello', 21604",
        "'To=%2B4915112345678&Body=Hello', 21603",
        "'To=%2B4915112345678&From=Parley', 21602",
        "'To=anna&From=Parley&Body=Hello', 21211",
        "'To=%2B15005550001&From=Parley&Body=Hello', 21211",
        "'To=%2B15005550009&From=Parley&Body=Hello', 21614"
    })
    void whatTwilioRefusesIsRefused(String form, int code) {
        var answer = send(form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("code")).isEqualTo(Integer.toString(code));
    }

    @Test
    void aWrongTokenIsRefusedAndNothingIsCaught() {
        var answer = Http.post(url(), TO_ANNA + "Hello", Map.of("Authorization", Http.basic("AC1", "guess")));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json("code")).isEqualTo("20003");
        assertThat(Http.get(catcher.url() + "/api/messages").body()).isEqualTo("[]");
    }

    private Http.Answer send(String form) {
        return Http.post(url(), form, Map.of("Authorization", Http.basic(ACCOUNT.user(), ACCOUNT.password())));
    }

    private void take(Exchange exchange) throws IOException {
        if (refusals.getAndDecrement() > 0) {
            exchange.empty(503);
            return;
        }
        receipts.add(new Receipt(
                exchange.form(), exchange.header("X-Twilio-Signature").orElse("")));
        exchange.empty(204);
    }

    private String url() {
        return catcher.url() + "/2010-04-01/Accounts/AC1/Messages.json";
    }

    private String callback() {
        return "http://localhost:" + callee.port() + "/callbacks/sms";
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private record Receipt(Form form, String signature) {}
}
