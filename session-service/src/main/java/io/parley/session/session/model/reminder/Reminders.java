package io.parley.session.session.model.reminder;

import java.time.Instant;

import io.parley.session.session.model.Lifetime;

/**
 * How customers are reminded of an invitation, as the settings have it.
 *
 * @param firstAfter the invitation
 * @param repeatEvery at least so long after the reminder before, however late that was
 * @param atMost reminders of one invitation
 */
public record Reminders(Lifetime firstAfter, Lifetime repeatEvery, int atMost, QuietHours quietHours) {

    /** When the first one is due for an invitation that is made, or made valid again, now; null for never. */
    Instant first(Instant now, String customersZone) {
        return outsideQuietHours(firstAfter.endFrom(now), customersZone);
    }

    /** When the next one is due after one that goes out now; what was missed is not made up for. */
    Instant next(Instant now, String customersZone) {
        return outsideQuietHours(repeatEvery.endFrom(now), customersZone);
    }

    private Instant outsideQuietHours(Instant wanted, String customersZone) {
        return wanted == null ? null : quietHours.after(wanted, customersZone);
    }
}
