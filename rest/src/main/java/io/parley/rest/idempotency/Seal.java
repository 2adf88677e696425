package io.parley.rest.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.parley.rest.key.HashKey;
import io.parley.rest.key.HashKeys;

/**
 * Makes answers unreadable to whoever has the database but not the key that the caller chose, nor the secret of the
 * installation where the service has it.
 */
@ApplicationScoped
class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final HashKeys keys;
    private final ObjectMapper json;

    Seal(
            @ConfigProperty(name = "parley.secret") Optional<String> secret,
            @ConfigProperty(name = "parley.other-secrets") Optional<List<String>> others,
            ObjectMapper json) {
        this.keys = secret.map(first -> HashKeys.of(first, others.orElse(List.of())))
                .orElseGet(HashKeys::none);
        this.json = json;
    }

    /** By which an answer is kept; tells nothing of the caller's key. */
    String hash(Asked asked) {
        return hash(keys.first(), asked);
    }

    /** By which it may have been kept, the one of now first. */
    List<String> hashes(Asked asked) {
        return keys.all().stream().map(key -> hash(key, asked)).toList();
    }

    /** The same under any of the installation's keys, so that two replicas cannot be at it at once; not to be stored. */
    long lock(Asked asked) {
        return ByteBuffer.wrap(HashKeys.none().first().hash("idempotency lock", text(asked)))
                .getLong();
    }

    private static String hash(HashKey key, Asked asked) {
        return HexFormat.of().formatHex(key.hash("idempotency key", text(asked)));
    }

    byte[] close(Asked asked, Object returned) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, keys.first(), asked, nonce)
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

    /** @param hash the one of {@link #hashes} by which it was found */
    Answer open(Asked asked, String hash, byte[] whole) {
        try {
            var key = keys.all().get(hashes(asked).indexOf(hash));
            var opened = cipher(Cipher.DECRYPT_MODE, key, asked, Arrays.copyOf(whole, NONCE_BYTES))
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return json.readValue(opened, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, HashKey key, Asked asked, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        var secret = new SecretKeySpec(key.hash("idempotent answer", text(asked)), "AES");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static String text(Asked asked) {
        return asked.owner() + '\n' + asked.key();
    }
}
