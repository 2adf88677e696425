package io.parley.session.session.model.reminder;

import java.time.Instant;
import java.util.UUID;

/**
 * How far the reminders of one invitation have come.
 *
 * @param sent how many
 * @param next when the next one is due; null for none any more
 * @param message id of the last one's message; null for none yet
 */
public record Reminding(int sent, Instant next, UUID message) {

    /** For an invitation that is made, or made valid again, now. */
    public static Reminding begin(Reminders rule, Instant now, String customersZone) {
        return new Reminding(0, rule.first(now, customersZone), null);
    }

    public Reminding wait(Instant until) {
        return new Reminding(sent, until, message);
    }

    /** After one more, which goes out now. */
    public Reminding remind(Reminders rule, UUID reminder, Instant now, String customersZone) {
        boolean more = sent + 1 < rule.atMost();
        return new Reminding(sent + 1, more ? rule.next(now, customersZone) : null, reminder);
    }
}
