package io.parley.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

import io.parley.local.files.OwnerOnly;

/** The key that signs tokens; made once and kept in a file, so that tokens stay good over a restart. */
record SigningKey(RsaJsonWebKey key) {

    static SigningKey in(Path file) {
        try {
            return new SigningKey(Files.exists(file) ? read(file) : create(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("unreadable signing key " + file, e);
        }
    }

    /** What the world may know of it, as a JWK set. */
    Map<String, Object> publicKeys() {
        return Map.of("keys", List.of(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
    }

    private static RsaJsonWebKey read(Path file) throws IOException, JoseException {
        return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
    }

    private static RsaJsonWebKey create(Path file) throws IOException, JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        OwnerOnly.write(file, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        return key;
    }
}
