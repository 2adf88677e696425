package io.parley.session.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.parley.session.access.Pepper;

/** Makes answers unreadable to whoever has the database but not the key that the caller chose. */
@ApplicationScoped
class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String[] KEPT_HEADERS = {HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL};

    private final SecureRandom random = new SecureRandom();
    private final Pepper pepper;
    private final ObjectMapper json;

    Seal(Pepper pepper, ObjectMapper json) {
        this.pepper = pepper;
        this.json = json;
    }

    private record Answer(
            int status,
            Map<String, String> headers,
            @JsonRawValue String body) {}

    /** By which an answer is found; tells nothing of the key. */
    String hash(AnswerOnce.Key key) {
        return pepper.hash("idempotency key", key.subject() + '\n' + key.value());
    }

    /** The same for the same request. */
    String fingerprint(Object asked) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(asked)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] close(AnswerOnce.Key key, Response answer) {
        try {
            var headers = new HashMap<String, String>();
            for (String name : KEPT_HEADERS) {
                if (answer.getHeaderString(name) != null) {
                    headers.put(name, answer.getHeaderString(name));
                }
            }
            var body = json.writeValueAsString(answer.getEntity());
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce)
                    .doFinal(json.writeValueAsBytes(new Answer(answer.getStatus(), headers, body)));
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Response open(AnswerOnce.Key key, byte[] whole) {
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE_BYTES))
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            var answer = json.readTree(opened);
            var response = Response.status(answer.get("status").intValue())
                    .type(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Replayed", true);
            answer.get("headers")
                    .properties()
                    .forEach(h -> response.header(h.getKey(), h.getValue().textValue()));
            JsonNode body = answer.get("body");
            return (body == null || body.isNull() ? response : response.entity(body)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, AnswerOnce.Key key, byte[] nonce) throws GeneralSecurityException {
        var secret = HexFormat.of().parseHex(pepper.hash("idempotent answer", key.subject() + '\n' + key.value()));
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
