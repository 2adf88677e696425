package io.parley.local.issuer;

import java.time.Duration;
import java.util.Optional;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Makes and reads the issuer's tokens: RS256, the claims that a Keycloak realm would give. */
final class TokenMint {

    static final Duration ACCESS = Duration.ofHours(1);
    static final Duration REFRESH = Duration.ofHours(12);
    private static final String AUDIENCE = "parley";
    private static final String BEARER = "Bearer";
    private static final String REFRESHING = "Refresh";

    private final String issuer;
    private final SigningKey signingKey;

    TokenMint(String issuer, SigningKey signingKey) {
        this.issuer = issuer;
        this.signingKey = signingKey;
    }

    String access(Person person, String client) {
        JwtClaims claims = claims(person.subject(), AUDIENCE, client, BEARER, ACCESS);
        describe(claims, person);
        claims.setStringListClaim("roles", person.roles());
        return sign(claims);
    }

    /** A machine's own token. */
    String access(Client client) {
        JwtClaims claims = claims(client.id(), AUDIENCE, client.id(), BEARER, ACCESS);
        claims.setStringClaim("preferred_username", client.id());
        claims.setStringListClaim("roles", client.roles());
        return sign(claims);
    }

    String id(Person person, String client, String nonce) {
        JwtClaims claims = claims(person.subject(), client, client, "ID", ACCESS);
        describe(claims, person);
        if (nonce != null) {
            claims.setStringClaim("nonce", nonce);
        }
        return sign(claims);
    }

    /** Signed and not remembered: it is good after a restart too. */
    String refresh(Person person, String client) {
        return sign(claims(person.subject(), issuer, client, REFRESHING, REFRESH));
    }

    Optional<Person> whoRefreshes(String token, String client) {
        return claims(token, issuer)
                .filter(claims -> REFRESHING.equals(claims.getClaimValue("typ")))
                .filter(claims -> client.equals(claims.getClaimValue("azp")))
                .flatMap(TokenMint::person);
    }

    Optional<Person> whoBears(String token) {
        return claims(token, AUDIENCE).flatMap(TokenMint::person);
    }

    private JwtClaims claims(String subject, String audience, String client, String type, Duration lifetime) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setAudience(audience);
        claims.setStringClaim("azp", client);
        claims.setStringClaim("typ", type);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(lifetime.toMinutes());
        claims.setGeneratedJwtId();
        return claims;
    }

    private static void describe(JwtClaims claims, Person person) {
        claims.setStringClaim("preferred_username", person.subject());
        claims.setStringClaim("name", person.name());
        claims.setStringClaim("email", person.email());
        claims.setClaim("email_verified", true);
        claims.setClaim("auth_time", NumericDate.now().getValue());
    }

    private String sign(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(signingKey.key().getPrivateKey());
        signature.setKeyIdHeaderValue(signingKey.key().getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<JwtClaims> claims(String token, String audience) {
        try {
            return Optional.of(new JwtConsumerBuilder()
                    .setRequireExpirationTime()
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(audience)
                    .setVerificationKey(signingKey.key().getPublicKey())
                    .build()
                    .processToClaims(token));
        } catch (InvalidJwtException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Person> person(JwtClaims claims) {
        try {
            return Person.bySubject(claims.getSubject());
        } catch (MalformedClaimException notOurs) {
            return Optional.empty();
        }
    }
}
