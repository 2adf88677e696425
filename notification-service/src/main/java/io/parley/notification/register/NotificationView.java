package io.parley.notification.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import static java.util.stream.Collectors.toList;

/**
 * A message as operators see it. The contact is masked; link, code and text are not kept.
 *
 * @param reference what the gateway calls it
 * @param attempts how often it was handed over
 * @param unknown how often nobody can know whether that succeeded, so that it was repeated
 * @param history the attempts that have ended; only when one message is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        UUID id,
        UUID sessionId,
        UUID invitationId,
        String kind,
        String channel,
        String contact,
        String state,
        String reason,
        String gateway,
        String reference,
        Instant requestedAt,
        Instant giveUpAt,
        Instant nextAttemptAt,
        Instant sentAt,
        Instant endedAt,
        int attempts,
        int unknown,
        List<Attempt> history) {

    /** How one handover ended: ACCEPTED, REFUSED, DEFERRED, BROKEN or UNKNOWN. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(int number, String gateway, String result, String reason, Instant endedAt) {
        static Attempt of(AttemptRow row) {
            return new Attempt(row.number, row.gateway, row.result, row.reason, row.endedAt);
        }
    }

    static NotificationView of(MessageRow row) {
        return of(row, null);
    }

    static NotificationView of(MessageRow row, List<AttemptRow> attempts) {
        return new NotificationView(
                row.id,
                row.sessionId,
                row.invitationId,
                row.kind == null ? null : row.kind.name(),
                row.channel == null ? null : row.channel.name(),
                row.contactHint,
                row.state.name(),
                row.reason,
                row.gateway,
                row.reference,
                row.requestedAt,
                row.giveUpAt,
                row.state.isOpen() ? row.dueAt : null,
                row.sentAt,
                row.endedAt,
                row.made,
                row.unknown,
                attempts == null ? null : attempts.stream().map(Attempt::of).collect(toList()));
    }
}
