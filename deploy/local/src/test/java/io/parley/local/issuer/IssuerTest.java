package io.parley.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.Http;

import static org.assertj.core.api.Assertions.assertThat;

class IssuerTest {

    private static final String PASSWORD_OF_ALICE =
            "grant_type=password&client_id=parley-cli&username=alice&password=alice";

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
    void thePasswordGrantGivesATokenThatTheWorldCanVerify() throws InvalidJwtException, MalformedClaimException {
        var claims = verified(tokens(PASSWORD_OF_ALICE).json("access_token"));

        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getAudience()).containsExactly("parley");
        assertThat(claims.getStringClaimValue("azp")).isEqualTo("parley-cli");
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo("alice");
        assertThat(claims.getStringClaimValue("email")).isEqualTo("alice@parley.example");
        assertThat(claims.getStringListClaimValue("roles")).isEqualTo(List.of("agent"));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(3600);
    }

    @Test
    void aWrongPasswordIsAnInvalidGrant() {
        var answer = tokens("grant_type=password&client_id=parley-cli&username=alice&password=bob");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aMachineClientHasNoPasswordGrant() {
        var answer = tokens(PASSWORD_OF_ALICE.replace("parley-cli", "parley-system&client_secret=parley-system"));

        assertThat(answer.json("error")).isEqualTo("unauthorized_client");
    }

    @Test
    void clientCredentialsMayStandInTheFormOrInTheHeader() throws InvalidJwtException, MalformedClaimException {
        var byForm = tokens("grant_type=client_credentials&client_id=session-service&client_secret=session-service");
        var byHeader = Http.post(
                url("token"),
                "grant_type=client_credentials",
                Map.of("Authorization", Http.basic("parley-system", "parley-system")));

        assertThat(verified(byForm.json("access_token")).getSubject()).isEqualTo("session-service");
        assertThat(verified(byHeader.json("access_token")).getStringListClaimValue("roles"))
                .isEqualTo(List.of("system"));
    }

    @Test
    void aWrongSecretIsAnInvalidClient() {
        var answer = tokens("grant_type=client_credentials&client_id=parley-system&client_secret=guess");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json("error")).isEqualTo("invalid_client");
    }

    @Test
    void aPublicClientHasNoCredentials() {
        assertThat(tokens("grant_type=client_credentials&client_id=parley-cli").json("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void aGrantThatNobodyKnowsIsNamed() {
        assertThat(tokens("grant_type=magic&client_id=parley-cli").json("error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void aRefreshTokenGivesANewAccessToken() throws InvalidJwtException, MalformedClaimException {
        String refresh = tokens(PASSWORD_OF_ALICE).json("refresh_token");

        var answer = tokens("grant_type=refresh_token&client_id=parley-cli&refresh_token=" + refresh);

        assertThat(verified(answer.json("access_token")).getSubject()).isEqualTo("alice");
    }

    @Test
    void anAccessTokenIsNoRefreshToken() {
        String access = tokens(PASSWORD_OF_ALICE).json("access_token");

        var answer = tokens("grant_type=refresh_token&client_id=parley-cli&refresh_token=" + access);

        assertThat(answer.json("error")).isEqualTo("invalid_grant");
    }

    @Test
    void theKeySurvivesARestart() throws InvalidJwtException, MalformedClaimException {
        String token = tokens(PASSWORD_OF_ALICE).json("access_token");
        String address = issuer.url();
        int port = URI.create(address).getPort();
        issuer.close();

        issuer = Issuer.start(folder, port);

        assertThat(verified(token).getSubject()).isEqualTo("alice");
    }

    @Test
    void discoveryNamesEveryEndpoint() {
        var answer = Http.get(issuer.url() + "/.well-known/openid-configuration");

        assertThat(answer.json("issuer")).isEqualTo(issuer.url());
        assertThat(answer.json("token_endpoint")).isEqualTo(url("token"));
        assertThat(answer.json("jwks_uri")).isEqualTo(url("certs"));
        assertThat(answer.json("end_session_endpoint")).isEqualTo(url("logout"));
    }

    @Test
    void theKeyThatIsPublishedIsThePublicHalf() {
        assertThat(Http.get(url("certs")).body()).contains("\"n\":").doesNotContain("\"d\":");
    }

    @Test
    void userInfoIsForWhoeverBearsAToken() {
        String token = tokens(PASSWORD_OF_ALICE).json("access_token");

        assertThat(Http.get(url("userinfo"), Map.of("Authorization", "Bearer " + token))
                        .json("name"))
                .isEqualTo("Alice Arden");
        assertThat(Http.get(url("userinfo")).status()).isEqualTo(401);
    }

    @Test
    void signingOutGoesBackToThisMachineOnly() {
        var home = Http.get(url("logout") + "?post_logout_redirect_uri=http://localhost:8080/bye&state=s");
        var away = Http.get(url("logout") + "?post_logout_redirect_uri=http://evil.example/");

        assertThat(home.header("Location")).isEqualTo("http://localhost:8080/bye?state=s");
        assertThat(away.status()).isEqualTo(200);
        assertThat(away.body()).contains("You are signed out");
    }

    private Http.Answer tokens(String form) {
        return Http.post(url("token"), form, Map.of());
    }

    private String url(String endpoint) {
        return issuer.url() + "/protocol/openid-connect/" + endpoint;
    }

    private JwtClaims verified(String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(issuer.url())
                .setExpectedAudience("parley")
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(url("certs"))))
                .build()
                .processToClaims(token);
    }
}
