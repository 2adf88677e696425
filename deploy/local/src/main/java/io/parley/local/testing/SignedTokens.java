package io.parley.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that the issuer of {@link RealParts} does not hand out: of anybody, in any role, and wrong in every way. */
public final class SignedTokens {

    private static final String AUDIENCE = "parley";
    private static final int HOUR = 3600;

    // To make one takes longer than a request, and some tests ask for a token per endpoint.
    private static final RsaJsonWebKey ANOTHER_KEY = anotherKey();
    private static final RsaJsonWebKey ISSUERS_KEY = issuersKey();

    private SignedTokens() {}

    /** A token as good as the issuer's own. */
    public static String of(String subject, List<String> roles) {
        return sign(claims(subject, roles));
    }

    /** By what is wrong with them; all but one thing about each is right. */
    public static Map<String, String> wrong(String subject, List<String> roles) {
        var tokens = new LinkedHashMap<String, String>();
        var expired = claims(subject, roles);
        expired.setExpirationTime(inSeconds(-HOUR));
        tokens.put("expired", sign(expired));
        var early = claims(subject, roles);
        early.setNotBefore(inSeconds(HOUR));
        early.setIssuedAt(inSeconds(HOUR));
        tokens.put("not yet valid", sign(early));
        var elsewhere = claims(subject, roles);
        elsewhere.setAudience("another-service");
        tokens.put("of another audience", sign(elsewhere));
        var foreign = claims(subject, roles);
        foreign.setIssuer("https://elsewhere.example/realms/parley");
        tokens.put("of another issuer", sign(foreign));
        tokens.put("signed by another key", sign(claims(subject, roles), ANOTHER_KEY));
        tokens.put("signed with the public key", confused(claims(subject, roles)));
        tokens.put(
                "unsigned",
                encoded("{\"alg\":\"none\"}") + "."
                        + encoded(claims(subject, roles).toJson()) + ".");
        tokens.put("no token", "nonsense");
        return tokens;
    }

    private static JwtClaims claims(String subject, List<String> roles) {
        var claims = new JwtClaims();
        claims.setIssuer(System.getProperty(RealParts.OIDC_URL));
        claims.setSubject(subject);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAtToNow();
        claims.setExpirationTime(inSeconds(HOUR));
        claims.setGeneratedJwtId();
        claims.setStringClaim("typ", "Bearer");
        claims.setStringClaim("name", subject);
        claims.setStringListClaim("roles", roles);
        return claims;
    }

    private static NumericDate inSeconds(int seconds) {
        var date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String sign(JwtClaims claims) {
        return sign(claims, ISSUERS_KEY);
    }

    private static String sign(JwtClaims claims, RsaJsonWebKey key) {
        var signature = new JsonWebSignature();
        signature.setKey(key.getPrivateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return serialized(signature, claims);
    }

    /** Whoever takes the algorithm from the token's own header checks it with a secret that everybody knows. */
    private static String confused(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setKey(new HmacKey(ISSUERS_KEY.getPublicKey().getEncoded()));
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return serialized(signature, claims);
    }

    private static String serialized(JsonWebSignature signature, JwtClaims claims) {
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue(ISSUERS_KEY.getKeyId());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey anotherKey() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey issuersKey() {
        try {
            return (RsaJsonWebKey)
                    JsonWebKey.Factory.newJwk(Files.readString(Path.of(System.getProperty(RealParts.OIDC_KEY))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
