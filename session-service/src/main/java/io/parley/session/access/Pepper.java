package io.parley.session.access;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.parley.rest.key.HashKey;
import io.parley.rest.key.HashKeys;

/**
 * Keyed hashes of what is too short to be hashed otherwise: a PIN of six digits is guessed from any stored hash in
 * minutes, however slow, unless a key that is not in the database goes into it (docs/adr/0009). The key may be followed
 * by another one (docs/adr/0024).
 */
@ApplicationScoped
public class Pepper {

    private static final char AFTER_ID = ':';

    private final HashKeys keys;

    Pepper(
            @ConfigProperty(name = "parley.secret") String secret,
            @ConfigProperty(name = "parley.other-secrets") Optional<List<String>> others) {
        this.keys = HashKeys.of(secret, others.orElse(List.of()));
    }

    /** So that a secret that is too short is refused before anybody has to do with it. */
    void tell(@Observes StartupEvent event) {
        Log.infof(
                "Keys of PINs and codes: hashing=%s accepted=%s",
                keys.first().id(), keys.all().stream().map(HashKey::id).toList());
    }

    /** Different for each session, so that equal PINs do not show; the key's id is before it. Null stays null. */
    public String hash(UUID session, String digits) {
        return digits == null ? null : hash(keys.first(), session, digits);
    }

    /**
     * As {@link #hash}, by the key that was used then.
     *
     * @param kept the hash that it is to be compared with; may be null
     */
    public String hashLike(String kept, UUID session, String digits) {
        return kept == null || digits == null ? hash(session, digits) : hash(keyOf(kept), session, digits);
    }

    private HashKey keyOf(String kept) {
        return keys.withId(kept.substring(0, Math.max(0, kept.indexOf(AFTER_ID))));
    }

    private static String hash(HashKey key, UUID session, String digits) {
        return key.id() + AFTER_ID + HexFormat.of().formatHex(key.hash(session.toString(), digits));
    }

    /** Different for each use; by another key it is another one. */
    public byte[] hash(String use, String secret) {
        return keys.first().hash(use, secret);
    }
}
