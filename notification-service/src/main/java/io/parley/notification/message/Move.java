package io.parley.notification.message;

import java.time.Duration;
import java.time.Instant;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.MessageState;
import io.parley.notification.message.model.StateName;

/**
 * One step of one message, to be written down.
 *
 * @param gateway the gateway that has, or had, the message in hand
 * @param ended the attempt that ended with this step, if one did
 * @param lease for a claim: how long it holds
 * @param traceparent of what made it
 */
public record Move(Entry from, MessageState to, String gateway, Handover ended, Duration lease, String traceparent) {

    /** The sender's claim; if somebody had the message already, that attempt's end will never be known. */
    public static Move claim(Entry entry, String gateway, Duration lease) {
        var lapsed = entry.state().name() == StateName.SENDING ? Handover.unknown("lease-lapsed") : null;
        return new Move(entry, entry.state().claim(entry.now()), gateway, lapsed, lease, entry.traceparent());
    }

    public static Move finish(Entry entry, MessageState to, Handover handover, String traceparent) {
        return new Move(entry, to, entry.gateway(), handover, null, traceparent);
    }

    public static Move to(Entry entry, MessageState to) {
        return to(entry, to, entry.traceparent());
    }

    public static Move to(Entry entry, MessageState to, String traceparent) {
        return new Move(entry, to, entry.gateway(), null, null, traceparent);
    }

    public boolean isClaim() {
        return lease != null && to.name() == StateName.SENDING;
    }

    boolean changesAnything() {
        return lease != null || ended != null || !from.state().equals(to);
    }

    /** Whether others are told: each of the published states is entered once. */
    boolean isPublished() {
        return to.name() != from.state().name()
                && (to.name() == StateName.SENT
                        || to.name() == StateName.DELIVERED
                        || to.name() == StateName.UNDELIVERED);
    }

    Instant dueAt() {
        if (isClaim()) {
            return from.now().plus(lease);
        }
        return to instanceof MessageState.Requested ? ((MessageState.Requested) to).dueAt() : null;
    }

    /** The gateway of the attempt that ended, which for a take-over is not the one that comes next. */
    String endedAt() {
        return lease == null ? gateway : from.gateway();
    }
}
