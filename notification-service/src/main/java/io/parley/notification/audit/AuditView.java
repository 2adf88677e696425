package io.parley.notification.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Every request of a period with its outcome.
 *
 * @param requests how many were committed
 * @param outcomes how many are in each state
 * @param unresolved how many are neither with a gateway nor at an end
 * @param duplicated how many were handed over again, since nobody could know whether they had been taken before
 * @param deadLetters how many events of the period could not be read; what they asked for is not among the requests
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditView(
        Instant from,
        Instant to,
        long requests,
        Map<String, Long> outcomes,
        long unresolved,
        long duplicated,
        long deadLetters,
        List<Item> items,
        String nextCursor) {

    /** One request and what became of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID messageId,
            UUID sessionId,
            String kind,
            String channel,
            Instant requestedAt,
            String state,
            String reason,
            Instant endedAt,
            int attempts,
            int unknown) {}
}
