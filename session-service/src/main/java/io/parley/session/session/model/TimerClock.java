package io.parley.session.session.model;

import java.time.Instant;
import java.util.stream.Stream;

import io.parley.session.session.model.absence.Absence;
import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.EventType;
import io.parley.session.session.model.retention.Retained;

/**
 * A clock of a session that runs and only the timer lets strike: no command is held up by it, and no answer depends on
 * whether it has struck. It speaks to the customer, for which it needs a fresh link, and what was missed is said once;
 * or it purges what is no longer retained.
 */
sealed interface TimerClock {

    Instant at();

    /** It has stopped afterwards, or strikes later than {@code now}. */
    Session strike(Session session, Instant now, Around around);

    static Stream<TimerClock> running(Session session) {
        return Stream.of(ofReminders(session), ofAbsence(session), ofRetention(session))
                .<TimerClock>flatMap(clocks -> clocks)
                .filter(clock -> clock.at() != null);
    }

    private static Stream<OfReminders> ofReminders(Session session) {
        return session.state() instanceof SessionState.Invited
                ? session.invitations().current().filter(Invitation::isToBeRemindedOf).map(OfReminders::new).stream()
                : Stream.empty();
    }

    private static Stream<OfAbsence> ofAbsence(Session session) {
        return Stream.ofNullable(session.absence()).map(OfAbsence::new);
    }

    private static Stream<OfRetention> ofRetention(Session session) {
        return session.state() instanceof SessionState.Ended ended
                ? Stream.of(Retained.values())
                        .filter(what -> !ended.purged().contains(what))
                        .map(what -> new OfRetention(
                                what,
                                what.lifetime(session.origin().policy().retention())
                                        .endFrom(ended.at())))
                : Stream.empty();
    }

    /** Reminds a customer who was invited and has not come. */
    record OfReminders(Invitation invitation) implements TimerClock {
        @Override
        public Instant at() {
            return invitation.reminding().next();
        }

        @Override
        public Session strike(Session session, Instant now, Around around) {
            var move = new Move(session, Cause.REMINDER, Actor.TIMER, now);
            var allowed = session.origin()
                    .policy()
                    .reminders()
                    .quietHours()
                    .after(now, session.customer().zone());
            return allowed.isAfter(now)
                    ? move.remindAt(allowed).done()
                    : move.remind(around.links().get()).done();
        }
    }

    /** Tells a customer who is away, once until they are back, that something waits for them. */
    record OfAbsence(Absence absence) implements TimerClock {
        @Override
        public Instant at() {
            return absence.due();
        }

        @Override
        public Session strike(Session session, Instant now, Around around) {
            var move = new Move(session, Cause.NEW_ACTIVITY, Actor.TIMER, now);
            var patience = session.origin().policy().patience();
            var seen = around.lastInRoom();
            if (absence.isOver(seen)) {
                return move.absence(a -> null).done();
            }
            if (absence.isToldOf(seen)) {
                return move.absence(a -> a.wait(null)).done();
            }
            return absence.isTooSoon(seen, now, patience)
                    ? move.absence(a -> a.wait(seen.plus(patience))).done()
                    : move.tellOfActivity(around.links().get()).done();
        }
    }

    /** Purges what an ended session has left behind, one class of it. */
    record OfRetention(Retained what, Instant at) implements TimerClock {
        @Override
        public Session strike(Session session, Instant now, Around around) {
            var ended = (SessionState.Ended) session.state();
            var move = new Move(session, Cause.RETENTION, Actor.TIMER, now).to(s -> ended.purge(what));
            return (what == Retained.DOCUMENTS ? move : move.forgetCustomer())
                    .event(EventType.SESSION_PURGED, new Detail.OfPurge(what))
                    .done();
        }
    }
}
