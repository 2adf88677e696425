package io.parley.rest.key;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of an installation: the first one hashes, and what any of them has hashed is believed, so that one may follow
 * another while replicas and stored hashes of both are about (docs/adr/0024).
 */
public record HashKeys(List<HashKey> all) {

    private static final int SHORTEST = 32;

    public HashKeys {
        all = List.copyOf(all);
    }

    /**
     * @param first of {@code parley.secret}
     * @param others of {@code parley.other-secrets}
     * @throws IllegalArgumentException where one has less than 32 characters
     */
    public static HashKeys of(String first, List<String> others) {
        var secrets = new ArrayList<String>();
        secrets.add(first);
        secrets.addAll(others);
        if (secrets.stream().anyMatch(secret -> secret.strip().length() < SHORTEST)) {
            throw new IllegalArgumentException(
                    "parley.secret, and each of parley.other-secrets, must have at least " + SHORTEST + " characters");
        }
        return new HashKeys(secrets.stream().distinct().map(HashKey::of).toList());
    }

    /** Where an installation has no secret, as services have it whose hashes guard nothing that can be guessed. */
    public static HashKeys none() {
        return new HashKeys(List.of(HashKey.of("none")));
    }

    public HashKey first() {
        return all.get(0);
    }

    /** The first one where there is none of this id any more. */
    public HashKey withId(String id) {
        return all.stream().filter(key -> key.id().equals(id)).findFirst().orElse(first());
    }
}
