package io.parley.rest.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of the installation, by which texts are hashed.
 *
 * @param id by which the key is known without being told: 8 hexadecimal digits of a hash that it makes of nothing else
 */
public record HashKey(String id, SecretKeySpec secret) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_DIGITS = 8;

    static HashKey of(String secret) {
        var key = new HashKey("", new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        return new HashKey(HexFormat.of().formatHex(key.hash("id", "")).substring(0, ID_DIGITS), key.secret());
    }

    /** Different for each use. */
    public byte[] hash(String use, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "HashKey[" + id + "]"; // a secret must not reach a log by accident
    }
}
