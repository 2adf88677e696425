package io.parley.session.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A CloudEvent as it will be published.
 *
 * @param session the subject, and the record's key
 * @param sequence in its session; null for messages, which are no part of the timeline
 * @param correlation shared by all events of one command
 * @param data JSON
 * @param traceparent where in a trace it was written; null where that is unknown
 */
public record OutgoingEvent(
        UUID id,
        UUID session,
        String topic,
        String type,
        Instant at,
        Long sequence,
        UUID correlation,
        String data,
        String traceparent) {

    @Override
    public String toString() {
        return "OutgoingEvent[" + type + " " + id + "]"; // the data of a message holds contact and link
    }
}
