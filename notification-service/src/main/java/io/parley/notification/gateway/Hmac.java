package io.parley.notification.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of generic gateways and of return addresses: HMAC-SHA256 in hex, compared in constant time. */
public record Hmac(String secret) {

    private static final String ALGORITHM = "HmacSHA256";

    public String of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public boolean matches(String offered, String text) {
        return offered != null && MessageDigest.isEqual(bytes(offered), bytes(of(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Hmac";
    }
}
