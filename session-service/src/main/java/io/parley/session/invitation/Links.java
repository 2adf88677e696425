package io.parley.session.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import io.parley.session.session.model.invitation.Link;

/**
 * Makes and reads the secrets that customers carry: the session's id, by which it is found, and 256 random bits, of
 * which only the hash is kept (docs/adr/0010).
 */
@ApplicationScoped
public class Links {

    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final SecureRandom random = new SecureRandom();
    private final String prefix;

    Links(LinkConfig config) {
        this.prefix = config.publicUrl().toString().replaceAll("/+$", "") + "/j/";
    }

    /** A new link for a new invitation to the session. */
    public Link mint(UUID session) {
        var token = token(session);
        return new Link(ids.generate(), prefix + token.text(), token.hash());
    }

    /** A new secret that is bound to the session: a link's, or a browser's. */
    public Token token(UUID session) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return token(session, bytes);
    }

    private static Token token(UUID session, byte[] secret) {
        var bytes = ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .put(secret);
        return new Token(session, ENCODER.encodeToString(bytes.array()), sha256(secret));
    }

    /** Empty for whatever can't be one of ours. */
    public Optional<Token> read(String text) {
        if (text == null || text.length() != (ID_BYTES + SECRET_BYTES) * 4 / 3) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            var buffer = ByteBuffer.wrap(bytes);
            var session = new UUID(buffer.getLong(), buffer.getLong());
            return Optional.of(token(session, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same browser's secret, bound to another session. */
    public Token rebind(Token token, UUID session) {
        var bytes = Base64.getUrlDecoder().decode(token.text());
        return token(session, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }

    private static String sha256(byte[] secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A secret as text for its carrier, and as hash for the store. */
    public record Token(UUID session, String text, String hash) {

        @Override
        public String toString() {
            return "Token[…]"; // a secret must not reach a log by accident
        }
    }
}
