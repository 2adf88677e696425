package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.entrance.Authentication;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.reminder.Reminders;
import io.parley.session.session.model.retention.Retention;

/**
 * What the pinned settings say about a session's life; it never changes during it.
 *
 * @param external no message is sent, the agent carries the link
 * @param firstChannel which contact invites where both are known
 * @param consent the text to agree to before joining; null for none
 * @param reminders null for none
 * @param patience how long what the agent leaves waits to be found before the customer is told; null for ever
 */
public record Policy(
        boolean external,
        boolean contactRequired,
        Channel firstChannel,
        Lifetime link,
        Lifetime inactivity,
        Lifetime renewable,
        AccessMode accessMode,
        Lifetime access,
        boolean singleActive,
        boolean continueContact,
        Authentication authentication,
        boolean manyDevices,
        String consent,
        boolean chat,
        boolean attachments,
        Reminders reminders,
        Duration patience,
        Retention retention) {

    public Policy {
        retention = retention == null ? Retention.BEFORE_IT_WAS_SET : retention;
    }

    /** The customer's access from an end on. */
    Access accessAfter(Instant end) {
        return new Access(accessMode, accessMode == AccessMode.NONE ? null : access.endFrom(end));
    }

    /** What is written must have been allowed by the settings. */
    void requireChat() {
        if (!chat) {
            throw new MoveRefused(Refusal.CHAT_OFF);
        }
    }

    /** Who can't be reached can't be invited, unless the settings let the agent carry the link. */
    void requireContact(Customer customer) {
        if (customer.contact(this) == null && (!external || contactRequired)) {
            throw new MoveRefused(Refusal.CONTACT_REQUIRED);
        }
    }
}
