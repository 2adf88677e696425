package io.parley.story.stress;

import java.time.Instant;
import java.util.Set;

/**
 * One request as its sender saw it.
 *
 * @param subject the workflow, asset, owner or link that it was about; null for none
 * @param detail the step of the workflow; "quietly" for a renewal that is not to be told; the address of who is engaged
 *     instead; null for none
 * @param key the Idempotency-Key; null for none
 * @param ifMatch the version that was named; null for none
 * @param status of the answer; 0 where none came
 * @param type of the problem; null for none
 * @param sequence of the session in the answer; null where the answer has none
 * @param version of the session in the answer; null where the answer has none
 * @param made the secret of the link that the answer holds; null for none
 * @param browser the cookie that the customer sent, or was given; null for none
 */
record Op(
        String session,
        Command command,
        String subject,
        String detail,
        String key,
        Long ifMatch,
        Instant asked,
        Instant answered,
        int status,
        String type,
        Long sequence,
        Long version,
        String made,
        String browser) {

    private static final Set<String> PROTOCOL = Set.of("request-in-progress", "too-many-requests");

    boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** Nobody can tell whether it was done. */
    boolean isUnknown() {
        return status == 0 || status >= 500;
    }

    /** What it asked for was done already: an effect is a version more. */
    boolean isAnsweredWithTheVersionNamed() {
        return isDone() && ifMatch != null && ifMatch.equals(version);
    }

    /** A word of the protocol, not of the session. */
    boolean isRefusedByTheSession() {
        return !isDone() && !isUnknown() && status != 412 && !PROTOCOL.contains(type);
    }

    /** Requests with one key are one command. */
    String identity() {
        return key == null ? "op " + System.identityHashCode(this) : key;
    }
}
