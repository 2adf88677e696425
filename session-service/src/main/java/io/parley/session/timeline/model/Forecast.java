package io.parley.session.timeline.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.SessionEvent;

/**
 * What a session's clocks will do if nobody does anything: found by letting them strike, one after the other, as they
 * will.
 */
public record Forecast(List<Strike> strikes) {

    /**
     * @param clock the cause that its event will name
     * @param event type of its event
     * @param subject the session workflow or the invitation that it is about; null for the session
     */
    public record Strike(Instant at, String clock, String event, UUID subject) {}

    private static final Link SOME_LINK = new Link(new UUID(0, 0), "", "");

    /** @param session with whatever its clocks have done by now */
    public static Forecast of(Session session) {
        return of(session, null);
    }

    /** @param lastInRoom when the customer was last in the room; null where that is not known */
    public static Forecast of(Session session, Instant lastInRoom) {
        var around = new Around(() -> SOME_LINK, lastInRoom);
        var strikes = new ArrayList<Strike>();
        var next = session;
        for (var due = next.nextDue(); due != null; due = next.nextDue()) {
            var struck = next.strike(due, around);
            var at = due;
            newEvents(next, struck).forEach(event -> strikes.add(strike(at, event)));
            next = struck;
        }
        return new Forecast(List.copyOf(strikes));
    }

    private static Stream<SessionEvent> newEvents(Session before, Session after) {
        return after.journal().events().stream().skip(before.journal().events().size());
    }

    private static Strike strike(Instant due, SessionEvent event) {
        return new Strike(due, event.cause().wireName(), event.type().wireName(), subject(event.detail()));
    }

    private static UUID subject(Detail detail) {
        if (detail instanceof Detail.OfWorkflow about) {
            return about.workflow().id();
        }
        return detail instanceof Detail.OfInvitation about ? about.invitation().id() : null;
    }
}
