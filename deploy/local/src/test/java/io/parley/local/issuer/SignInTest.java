package io.parley.local.issuer;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.Http;
import io.parley.local.web.Form;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTest {

    private static final String BACK = "http://localhost:9999/callback";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard";

    /** With the key that the first of them has made: making one takes longer than a test. */
    @TempDir
    private static Path folder;

    private Issuer issuer;

    @BeforeEach
    void start() {
        issuer = Issuer.start(folder, 0);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void signingInGoesBackWithACodeThatGivesTokens() {
        String code = signIn("alice", "alice");

        var answer = exchange(code, VERIFIER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json("id_token")).isNotEmpty();
        assertThat(answer.json("access_token")).isNotEmpty();
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = signIn("alice", "alice");
        exchange(code, VERIFIER);

        assertThat(exchange(code, VERIFIER).json("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeWithoutItsVerifierIsRefused() {
        assertThat(exchange(signIn("alice", "alice"), "another-verifier-of-somebody-else")
                        .json("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void aCodeGoesToTheAddressThatAskedForIt() {
        var answer =
                Http.post(url("token"), form(signIn("alice", "alice"), VERIFIER).replace("9999", "9998"), Map.of());

        assertThat(answer.json("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aWrongPasswordShowsTheFormAgain() {
        var answer = Http.post(request(BACK), "username=alice&password=guess", Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("Wrong user name or password.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://localhost.evil.example/",
                "http://localhost@evil.example/",
                "http://evil.example/?http://localhost:8080",
                "https://localhost:8080/",
                "javascript:alert(1)",
                "//evil.example"
            })
    void aBrowserIsSentNowhereButToThisMachine(String address) {
        var shown = Http.get(request(address));
        var taken = Http.post(request(address), "username=alice&password=alice", Map.of());

        assertThat(shown.status()).isEqualTo(400);
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.header("Location")).isEmpty();
    }

    @Test
    void aPublicClientMustProveItself() {
        var answer = Http.get(request(BACK).replaceAll("&code_challenge.*", ""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("S256");
    }

    @Test
    void whatTheClientSendsIsEscapedInTheForm() {
        var answer = Http.get(request(BACK) + "&state=" + encode("\"><script>alert(1)</script>"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>").contains("For local use only");
    }

    private String signIn(String user, String password) {
        var answer =
                Http.post(request(BACK) + "&state=s&nonce=n", "username=" + user + "&password=" + password, Map.of());
        assertThat(answer.status()).isEqualTo(302);
        URI back = URI.create(answer.header("Location"));
        assertThat(back).hasPort(9999).hasPath("/callback");
        Form query = Form.parse(back.getRawQuery());
        assertThat(query.get("state")).contains("s");
        return query.get("code").orElseThrow();
    }

    private Http.Answer exchange(String code, String verifier) {
        return Http.post(url("token"), form(code, verifier), Map.of());
    }

    private static String form(String code, String verifier) {
        return "grant_type=authorization_code&client_id=parley-cli&code=" + code + "&redirect_uri=" + encode(BACK)
                + "&code_verifier=" + verifier;
    }

    private String request(String back) {
        return url("auth") + "?client_id=parley-cli&response_type=code&scope=openid&redirect_uri=" + encode(back)
                + "&code_challenge=" + Secrets.s256(VERIFIER) + "&code_challenge_method=S256";
    }

    private String url(String endpoint) {
        return issuer.url() + "/protocol/openid-connect/" + endpoint;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
