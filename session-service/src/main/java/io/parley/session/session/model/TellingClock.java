package io.parley.session.session.model;

import java.time.Instant;
import java.util.stream.Stream;

import io.parley.session.session.model.absence.Absence;
import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.journal.Cause;

/**
 * A clock of a session that runs and decides nothing: it speaks to the customer. Only the timer lets it strike, for it
 * needs a fresh link; no command is held up by it, and what was missed is said once.
 */
sealed interface TellingClock {

    Instant at();

    /** It has stopped afterwards, or strikes later than {@code now}. */
    Session strike(Session session, Instant now, Around around);

    static Stream<TellingClock> running(Session session) {
        return Stream.<TellingClock>concat(ofReminders(session), ofAbsence(session))
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

    /** Reminds a customer who was invited and has not come. */
    record OfReminders(Invitation invitation) implements TellingClock {
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
    record OfAbsence(Absence absence) implements TellingClock {
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
}
