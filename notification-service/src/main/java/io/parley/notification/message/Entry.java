package io.parley.notification.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

import io.parley.notification.message.model.CancelReason;
import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.Kind;
import io.parley.notification.message.model.MessageState;
import io.parley.notification.message.model.StateName;
import io.parley.notification.message.model.Tries;

/**
 * One message of the ledger, as its row says, locked by whoever reads it.
 *
 * @param traceparent where it was taken in, and what is done with it belongs
 * @param now the database's clock at that moment; no other decides
 */
public record Entry(
        UUID id,
        UUID sessionId,
        UUID invitationId,
        Kind kind,
        Channel channel,
        String correlationId,
        Instant requestedAt,
        long epoch,
        String gateway,
        MessageState state,
        String traceparent,
        Instant now) {

    static final String COLUMNS = "m.id, m.session_id, m.invitation_id, m.kind, m.channel, m.correlation_id,"
            + " m.requested_at, m.give_up_at, m.state, m.cancelled, m.reason, m.due_at, m.epoch, m.made, m.unknown,"
            + " m.round, m.gateway_at, m.gateway, m.traceparent, now() as now";

    static Entry of(Row row) {
        return new Entry(
                row.getUUID("id"),
                row.getUUID("session_id"),
                row.getUUID("invitation_id"),
                word(Kind.class, row.getString("kind")),
                word(Channel.class, row.getString("channel")),
                row.getString("correlation_id"),
                instant(row, "requested_at"),
                row.getLong("epoch"),
                row.getString("gateway"),
                state(row),
                row.getString("traceparent"),
                instant(row, "now"));
    }

    private static MessageState state(Row row) {
        var tries = new Tries(
                row.getInteger("made"),
                row.getInteger("unknown"),
                row.getInteger("round"),
                row.getInteger("gateway_at"));
        var giveUpAt = instant(row, "give_up_at");
        return switch (StateName.valueOf(row.getString("state"))) {
            case REQUESTED -> new MessageState.Requested(tries, instant(row, "due_at"), giveUpAt);
            case SENDING ->
                new MessageState.Sending(tries, giveUpAt, word(CancelReason.class, row.getString("cancelled")));
            case SENT -> new MessageState.Sent(tries);
            case DELIVERED -> new MessageState.Delivered(tries);
            case UNDELIVERED -> new MessageState.Undelivered(tries, row.getString("reason"));
            case SUPERSEDED -> new MessageState.Superseded(tries);
            case CANCELLED -> new MessageState.Cancelled(tries);
        };
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
