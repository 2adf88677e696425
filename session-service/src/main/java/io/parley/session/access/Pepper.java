package io.parley.session.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keyed hashes of what is too short to be hashed otherwise: a PIN of six digits is guessed from any stored hash in
 * minutes, however slow, unless a key that is not in the database goes into it (docs/adr/0009).
 */
@ApplicationScoped
public class Pepper {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;

    private final SecretKeySpec key;

    Pepper(@ConfigProperty(name = "parley.secret") String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("parley.secret must have at least " + SHORTEST_SECRET + " characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Different for each session, so that equal PINs do not show. Null stays null. */
    public String hash(UUID session, String digits) {
        return digits == null ? null : hash(session.toString(), digits);
    }

    /** Different for each use. */
    public String hash(String use, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
