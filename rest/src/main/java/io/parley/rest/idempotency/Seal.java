package io.parley.rest.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes answers unreadable to whoever has the database but not the key that the caller chose, nor the secret of the
 * installation where the service has it.
 */
@ApplicationScoped
class Seal {

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec pepper;
    private final ObjectMapper json;

    Seal(@ConfigProperty(name = "parley.secret") Optional<String> secret, ObjectMapper json) {
        this.pepper = new SecretKeySpec(secret.orElse("none").getBytes(StandardCharsets.UTF_8), MAC);
        this.json = json;
    }

    /** By which an answer is found; tells nothing of the key. */
    String hash(Asked asked) {
        return HexFormat.of().formatHex(mac("idempotency key", asked));
    }

    byte[] close(Asked asked, Object returned) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, asked, nonce)
                    .doFinal(json.writeValueAsBytes(Answer.of(returned, json)));
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer open(Asked asked, byte[] whole) {
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, asked, Arrays.copyOf(whole, NONCE_BYTES))
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return json.readValue(opened, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, Asked asked, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        var secret = new SecretKeySpec(mac("idempotent answer", asked), "AES");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] mac(String use, Asked asked) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(pepper);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal((asked.owner() + '\n' + asked.key()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
