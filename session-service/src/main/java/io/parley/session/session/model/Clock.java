package io.parley.session.session.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.EventType;

/**
 * A clock of a session that runs and decides something: when it strikes, and what striking does. A further one is one
 * more record here, and a place in {@link #KINDS}.
 */
sealed interface Clock {

    /** In the order in which those strike that are due at the same instant. */
    List<Function<Session, Stream<? extends Clock>>> KINDS =
            List.of(Clock::ofWorkflows, Clock::ofLink, Clock::ofInactivity, Clock::ofAccess, Clock::ofRenewability);

    Instant at();

    /** It has stopped afterwards, or strikes later than {@code now}. */
    Session strike(Session session, Instant now);

    static Stream<Clock> running(Session session) {
        return KINDS.stream().<Clock>flatMap(kind -> kind.apply(session)).filter(clock -> clock.at() != null);
    }

    /** The one that strikes first. */
    static Optional<Clock> next(Session session) {
        return running(session).min(Comparator.comparing(Clock::at));
    }

    static boolean isDue(Optional<Clock> clock, Instant now) {
        return clock.isPresent() && !now.isBefore(clock.get().at());
    }

    private static Stream<OfWorkflow> ofWorkflows(Session session) {
        return session.content().workflows().stream().map(OfWorkflow::new);
    }

    private static Stream<OfLink> ofLink(Session session) {
        return session.invitations().current().filter(Invitation::isOpen).map(OfLink::new).stream();
    }

    private static Stream<OfInactivity> ofInactivity(Session session) {
        return Stream.of(new OfInactivity(session.expiresAt()));
    }

    private static Stream<OfAccess> ofAccess(Session session) {
        return session.state() instanceof SessionState.Ended ended && ended.isAccessible()
                ? Stream.of(new OfAccess(ended))
                : Stream.empty();
    }

    private static Stream<OfRenewability> ofRenewability(Session session) {
        return session.state() instanceof SessionState.Ended ended && !ended.unrenewable()
                ? Stream.of(new OfRenewability(ended))
                : Stream.empty();
    }

    /** Closes the steps of a workflow to the customer. */
    record OfWorkflow(SessionWorkflow workflow) implements Clock {
        @Override
        public Instant at() {
            return workflow.state().expiresAt();
        }

        @Override
        public Session strike(Session session, Instant now) {
            return new Move(session, Cause.WORKFLOW_CLOCK, Actor.TIMER, now)
                    .expireWorkflow(workflow)
                    .done();
        }
    }

    /** Lets the links of the current invitation lapse. */
    record OfLink(Invitation invitation) implements Clock {
        @Override
        public Instant at() {
            return invitation.expiresAt();
        }

        @Override
        public Session strike(Session session, Instant now) {
            var lapsed = invitation.close(InvitationState.EXPIRED);
            return new Move(session, Cause.LINK_LIFETIME, Actor.TIMER, now)
                    .invitations(all -> all.changeCurrent(i -> lapsed))
                    .event(EventType.INVITATION_EXPIRED, new Detail.OfInvitation(lapsed))
                    .done();
        }
    }

    /** Ends a session with which no agent and no machine has done anything for long. */
    record OfInactivity(Instant at) implements Clock {
        @Override
        public Session strike(Session session, Instant now) {
            return session.end(EventType.SESSION_EXPIRED, Cause.INACTIVITY, Actor.TIMER, at, now);
        }
    }

    /** Closes the room of an ended session to its customer. */
    record OfAccess(SessionState.Ended ended) implements Clock {
        @Override
        public Instant at() {
            return ended.access().until();
        }

        @Override
        public Session strike(Session session, Instant now) {
            return new Move(session, Cause.ACCESS_AFTER_END, Actor.TIMER, now)
                    .to(s -> ended.closeAccess())
                    .event(EventType.ACCESS_ENDED, new Detail.OfEndOf(at()))
                    .done();
        }
    }

    /** Takes from an ended session that it can be renewed. */
    record OfRenewability(SessionState.Ended ended) implements Clock {
        @Override
        public Instant at() {
            return ended.renewableUntil();
        }

        @Override
        public Session strike(Session session, Instant now) {
            return new Move(session, Cause.RENEWABILITY, Actor.TIMER, now)
                    .to(s -> ended.closeRenewal())
                    .event(EventType.RENEWABILITY_ENDED, new Detail.OfEndOf(at()))
                    .done();
        }
    }
}
