package io.parley.session.session.model.reminder;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * The hours in which nobody is reminded, as clocks on the wall show them.
 *
 * @param from the first quiet minute; equal to {@code to} for no quiet hours, later than it for over midnight
 * @param to the first minute that is not quiet any more
 * @param zone an IANA time zone, for customers whose own is not known
 */
public record QuietHours(LocalTime from, LocalTime to, String zone) {

    /**
     * The first instant, not before {@code wanted}, at which the customer's clock shows no quiet hour. An hour that a
     * change of the clocks leaves out is over when it would have begun; one that it repeats is quiet twice.
     *
     * @param customersZone an IANA time zone; null where it is not known
     */
    public Instant after(Instant wanted, String customersZone) {
        var rules = rules(customersZone);
        var instant = wanted;
        while (isQuiet(
                LocalDateTime.ofInstant(instant, rules.getOffset(instant)).toLocalTime())) {
            instant = nextChange(instant, rules);
        }
        return instant;
    }

    private boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isAfter(to) ? begun || !over : begun && !over;
    }

    /** When the quiet hours end by the offset that holds now, or that offset does, whichever is sooner. */
    private Instant nextChange(Instant instant, ZoneRules rules) {
        var offset = rules.getOffset(instant);
        var local = LocalDateTime.ofInstant(instant, offset);
        var end = local.toLocalDate().atTime(to);
        var over = (end.isAfter(local) ? end : end.plusDays(1)).toInstant(offset);
        var change = rules.nextTransition(instant);
        return change != null && change.getInstant().isBefore(over) ? change.getInstant() : over;
    }

    /** A zone that this machine does not know must not keep anybody from being reminded. */
    private ZoneRules rules(String customersZone) {
        try {
            return ZoneId.of(customersZone == null ? zone : customersZone).getRules();
        } catch (DateTimeException e) {
            return customersZone == null ? ZoneId.of("UTC").getRules() : rules(null);
        }
    }
}
