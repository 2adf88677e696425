package io.parley.session.session.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.reminder.QuietHours;
import io.parley.session.session.model.retention.Retained;

/**
 * What a session's clocks will do, worked out from the rules by sums and by looking at each minute, and not by letting
 * anything strike.
 */
final class Expected {

    private final Session session;
    private final Policy policy;
    private final Instant lastInRoom;
    private final List<String> happenings = new ArrayList<>();

    private Expected(Session session, Instant lastInRoom) {
        this.session = session;
        this.policy = session.origin().policy();
        this.lastInRoom = lastInRoom;
    }

    /** Sorted, for the order of two at the same instant is another test's. */
    static List<String> of(Session session, Instant lastInRoom) {
        var expected = new Expected(session, lastInRoom);
        if (session.state() instanceof SessionState.Ended ended) {
            expected.afterEnd(
                    ended.before(),
                    ended.at(),
                    ended.unrenewable(),
                    ended.access().mode(),
                    ended.purged());
        } else if (session.state() instanceof SessionState.Reached) {
            expected.untilEnd(session.expiresAt() == null ? Instant.MAX : session.expiresAt());
        }
        return expected.happenings.stream().sorted().toList();
    }

    private void untilEnd(Instant end) {
        for (var workflow : session.content().workflows()) {
            var lapse = workflow.state().expiresAt();
            if (lapse != null && !lapse.isAfter(end)) {
                add(lapse, "workflow-clock", "workflow.expired");
            } else if (workflow.state().isRunning() && end != Instant.MAX) {
                add(end, "inactivity", "workflow.stopped");
            }
        }
        var invitation = session.invitations().current().orElseThrow();
        var lapse = invitation.isOpen() && invitation.expiresAt() != null ? invitation.expiresAt() : Instant.MAX;
        if (lapse != Instant.MAX && !lapse.isAfter(end)) {
            add(lapse, "link-lifetime", "invitation.expired");
        }
        remind(invitation, lapse.isBefore(end) ? lapse : end);
        tellOfActivity(end);
        if (end != Instant.MAX) {
            add(end, "inactivity", "session.expired");
            afterEnd(session.state(), end, false, policy.accessMode(), Set.of());
        }
    }

    private void remind(Invitation invitation, Instant until) {
        if (!(session.state() instanceof SessionState.Invited)
                || !invitation.isOpen()
                || invitation.channel() == Channel.EXTERNAL
                || invitation.delivery() == InvitationState.UNDELIVERED
                || invitation.reminding() == null) {
            return;
        }
        var rule = policy.reminders();
        var next = invitation.reminding().next();
        for (int sent = invitation.reminding().sent();
                sent < rule.atMost() && next != null && next.isBefore(until);
                sent++) {
            add(next, "reminder", "session.changed");
            next = rule.repeatEvery().length() == null
                    ? null
                    : loud(next.plus(rule.repeatEvery().length()), rule.quietHours());
        }
    }

    private Instant loud(Instant wanted, QuietHours quiet) {
        var zone = zone(session.customer().zone(), zone(quiet.zone(), ZoneId.of("UTC")));
        var minute = wanted;
        while (true) {
            var time = minute.atZone(zone).toLocalTime();
            boolean inside = quiet.from().isAfter(quiet.to())
                    ? !time.isBefore(quiet.from()) || time.isBefore(quiet.to())
                    : !time.isBefore(quiet.from()) && time.isBefore(quiet.to());
            if (!inside) {
                return minute;
            }
            minute = minute.plusSeconds(60);
        }
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return name == null ? otherwise : ZoneId.of(name);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private void tellOfActivity(Instant until) {
        var absence = session.absence();
        if (absence == null || absence.due() == null) {
            return;
        }
        boolean seenAll = lastInRoom != null && !lastInRoom.isBefore(absence.latest());
        boolean backSince = absence.told() == null || lastInRoom != null && !lastInRoom.isBefore(absence.told());
        var patient = lastInRoom == null ? Instant.MIN : lastInRoom.plus(policy.patience());
        var at = absence.due().isBefore(patient) ? patient : absence.due();
        if (!seenAll && backSince && at.isBefore(until)) {
            add(at, "new-activity", "session.changed");
        }
    }

    private void afterEnd(
            SessionState before, Instant end, boolean unrenewable, AccessMode mode, Set<Retained> purged) {
        var whole = after(end, policy.retention().skeleton());
        var purges = Stream.of(Retained.values())
                .filter(what -> !purged.contains(what))
                .map(what -> after(end, what.lifetime(policy.retention())))
                .filter(at -> at != Instant.MAX && !whole.isBefore(at))
                .toList();
        purges.forEach(at -> add(at, "retention", "session.purged"));
        var firstPurge = purges.stream().min(Instant::compareTo).orElse(Instant.MAX);
        add(
                before instanceof SessionState.Active
                        && mode != AccessMode.NONE
                        && !firstPurge.isBefore(after(end, policy.access())),
                end,
                policy.access(),
                "access-after-end",
                "session.access-ended");
        add(!unrenewable, end, policy.renewable(), "renewability", "session.renewability-ended");
    }

    private static Instant after(Instant end, Lifetime length) {
        return length.length() == null ? Instant.MAX : end.plus(length.length());
    }

    private void add(boolean runs, Instant start, Lifetime length, String clock, String type) {
        if (runs && length.length() != null) {
            add(start.plus(length.length()), clock, type);
        }
    }

    private void add(Instant at, String clock, String type) {
        happenings.add(at + " " + clock + " parley." + type + ".v1");
    }
}
