package io.parley.rest.idempotency;

/**
 * A request under a key.
 *
 * @param owner whose key it is
 * @param key as the caller sent it
 * @param fingerprint the same for the same request, and for no other
 */
record Asked(String owner, String key, String fingerprint) {

    @Override
    public String toString() {
        return "Asked[…]"; // whoever has the key can read the answer
    }
}
