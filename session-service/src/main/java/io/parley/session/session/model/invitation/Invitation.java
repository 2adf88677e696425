package io.parley.session.session.model.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.parley.session.session.model.reminder.Reminding;

/**
 * One request to one contact to join.
 *
 * @param id also the id of its message
 * @param number from 1 in its session
 * @param channel how it travels
 * @param delivery what is known of its message: REQUESTED to DELIVERED or UNDELIVERED
 * @param outcome what became of it, ACCEPTED to WITHDRAWN; null while it is open
 * @param reason why it was not delivered; null otherwise
 * @param expiresAt when its links lapse; null for never
 * @param links the hashes of its links, the newest last
 * @param reminding how far its reminders have come; null where none are sent
 */
public record Invitation(
        UUID id,
        int number,
        Channel channel,
        InvitationState delivery,
        InvitationState outcome,
        String reason,
        Instant requestedAt,
        Instant expiresAt,
        List<String> links,
        Reminding reminding) {

    public Invitation {
        links = List.copyOf(links);
    }

    public InvitationState state() {
        return outcome == null ? delivery : outcome;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public boolean isLapsed(Instant now) {
        return outcome == InvitationState.EXPIRED || expiresAt != null && !now.isBefore(expiresAt);
    }

    /** A receipt; one that is late or repeated changes nothing. */
    public Invitation delivered(InvitationState next, String why) {
        return isOpen() && delivery.leadsTo(next)
                ? new Invitation(id, number, channel, next, null, why, requestedAt, expiresAt, links, reminding)
                : this;
    }

    public Invitation close(InvitationState how) {
        return isOpen()
                ? new Invitation(id, number, channel, delivery, how, reason, requestedAt, expiresAt, links, reminding)
                : this;
    }

    /** The same link again with a fresh lifetime, as renewing brings it. */
    public Invitation revive(Instant until) {
        InvitationState kept = outcome == InvitationState.ACCEPTED ? outcome : null;
        return new Invitation(id, number, channel, delivery, kept, reason, requestedAt, until, links, reminding);
    }

    Invitation withoutLinks() {
        return new Invitation(
                id, number, channel, delivery, outcome, reason, requestedAt, expiresAt, List.of(), reminding);
    }

    public Invitation addLink(String hash) {
        var more = new ArrayList<>(links);
        more.add(hash);
        return new Invitation(id, number, channel, delivery, outcome, reason, requestedAt, expiresAt, more, reminding);
    }

    public Invitation remind(Reminding next) {
        return new Invitation(id, number, channel, delivery, outcome, reason, requestedAt, expiresAt, links, next);
    }

    /** It still waits for its customer, who may have got it. */
    public boolean isToBeRemindedOf() {
        return isOpen() && delivery != InvitationState.UNDELIVERED && reminding != null && reminding.next() != null;
    }
}
