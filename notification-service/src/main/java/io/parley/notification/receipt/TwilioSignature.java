package io.parley.notification.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Twilio's scheme: HMAC-SHA1, with the account's token, over the whole address and the form's fields in order. */
record TwilioSignature(String token) {

    private static final String ALGORITHM = "HmacSHA1";

    boolean matches(String offered, String url, FormBody form) {
        return offered != null
                && MessageDigest.isEqual(
                        of(url, form).getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    private String of(String url, FormBody form) {
        var signed = new StringBuilder(url);
        form.fields().forEach(field -> signed.append(field.getKey()).append(field.getValue()));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "TwilioSignature";
    }
}
