package io.parley.session.timeline.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.parley.session.session.model.AccessMode;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.SessionEvent;

/**
 * What a session's clocks will do if nobody does anything: found by letting them strike, one after the other, as they
 * will.
 */
public record Forecast(List<Strike> strikes) {

    /** The clock that closes what a customer may do after the end; it makes no event. */
    public static final String ACCESS_AFTER_END = "access-after-end";

    /** The clock after which an ended session can't be renewed; it makes no event. */
    public static final String RENEWABILITY = "renewability";

    /**
     * @param clock the cause that its event will name
     * @param event type of its event; null where it makes none
     * @param subject the session workflow or the invitation that it is about; null for the session
     */
    public record Strike(Instant at, String clock, String event, UUID subject) {}

    /** @param session with whatever its clocks have done by now */
    public static Forecast of(Session session) {
        var strikes = new ArrayList<Strike>();
        var next = session;
        for (var due = next.nextDue(); due != null; due = next.nextDue()) {
            var struck = next.elapse(due);
            for (var event : struck.journal()
                    .events()
                    .subList(
                            next.journal().events().size(),
                            struck.journal().events().size())) {
                strikes.add(strike(due, event));
            }
            next = struck;
        }
        if (next.state() instanceof SessionState.Ended ended) {
            afterEnd(ended, strikes);
        }
        strikes.sort(Comparator.comparing(Strike::at));
        return new Forecast(List.copyOf(strikes));
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

    private static void afterEnd(SessionState.Ended ended, List<Strike> strikes) {
        if (ended.access().until() != null && ended.access().mode() != AccessMode.NONE) {
            strikes.add(new Strike(ended.access().until(), ACCESS_AFTER_END, null, null));
        }
        if (ended.renewableUntil() != null) {
            strikes.add(new Strike(ended.renewableUntil(), RENEWABILITY, null, null));
        }
    }
}
