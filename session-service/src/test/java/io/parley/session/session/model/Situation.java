package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Everything that a session may have come to when a command reaches it: the columns of the matrix. */
enum Situation {
    PLANNED(Given::aPlannedSession),
    INVITED(Given::anInvitedSession),
    ACTIVE(Given::anActiveSession),
    ENDED_PLANNED(() -> Given.ended(Given.aPlannedSession())),
    ENDED_INVITED(() -> Given.ended(Given.anInvitedSession())),
    ENDED_ACTIVE(() -> Given.ended(Given.anActiveSession())),
    EXPIRED_INVITED(() -> expired(Given.anInvitedSession())),
    EXPIRED_ACTIVE(() -> expired(Given.anActiveSession()));

    private final Supplier<Session> session;

    Situation(Supplier<Session> session) {
        this.session = session;
    }

    Session session() {
        return session.get();
    }

    Instant now() {
        return isExpired() ? Given.NOW.plus(Settings.INACTIVITY).plus(Duration.ofDays(1)) : Given.NOW;
    }

    boolean isOver() {
        return ordinal() >= ENDED_PLANNED.ordinal();
    }

    private boolean isExpired() {
        return ordinal() >= EXPIRED_INVITED.ordinal();
    }

    private static Session expired(Session session) {
        return Given.asRead(session.elapse(Given.START.plus(Settings.INACTIVITY)));
    }
}
