package io.parley.session.session.model;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import io.parley.session.session.model.absence.Absence;
import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.content.Content;
import io.parley.session.session.model.entrance.Entrance;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.invitation.Invitations;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.EventType;
import io.parley.session.session.model.journal.Journal;
import io.parley.session.session.model.journal.Message;

/**
 * One connection between one agent and one customer: what may be done with it, and what follows.
 *
 * <p>Immutable; every command answers the next version, with what happened in its {@link Journal}, or throws
 * {@link MoveRefused}. Each command first lets the clocks strike that are due, so that no late timer can change what
 * is allowed. What is put into it, and taken out of it, is in {@link AgentSide}; the customer's own commands are in
 * {@link CustomerSide}.
 *
 * @param movedAt the instant of the last event; nothing happens to a session earlier than that (docs/adr/0008). Null
 *     for one that was stored before this was kept
 * @param expiresAt when the inactivity clock strikes; null while none runs
 * @param absence what waits in the room for a customer who is away; null for nothing
 */
public record Session(
        Origin origin,
        Owner owner,
        Customer customer,
        SessionState state,
        Invitations invitations,
        Content content,
        Entrance entrance,
        Labels labels,
        Instant movedAt,
        Instant expiresAt,
        Absence absence,
        Journal journal) {

    /** The same with another journal: as its store has it, or after what was in it has been told. */
    public Session with(Journal other) {
        return new Session(
                origin,
                owner,
                customer,
                state,
                invitations,
                content,
                entrance,
                labels,
                movedAt,
                expiresAt,
                absence,
                other);
    }

    /** What an agent brings to a new session. */
    public record Opening(
            Origin origin, Owner owner, Customer customer, Content content, Entrance entrance, Labels labels) {

        private Move move(Cause cause, Actor actor) {
            var unborn = new Session(
                    origin,
                    owner,
                    customer,
                    null,
                    Invitations.NONE,
                    content,
                    entrance,
                    labels,
                    null,
                    null,
                    null,
                    Journal.at(0));
            origin.policy().requireContact(customer);
            return new Move(unborn, cause, actor, origin.createdAt());
        }

        private Move added(Move move) {
            content.assets().forEach(a -> move.event(EventType.ASSET_ADDED, new Detail.OfAsset(a)));
            content.workflows().forEach(w -> move.event(EventType.WORKFLOW_ADDED, new Detail.OfWorkflow(w, null)));
            return move;
        }
    }

    /** Creates and invites at once. */
    public static Session start(Opening opening, Link link, Actor actor) {
        var now = opening.origin().createdAt();
        var move = opening.move(Cause.START, actor)
                .to(unborn -> new SessionState.Invited(now))
                .event(EventType.SESSION_STARTED, Detail.NONE);
        return opening.added(move).issue(link).startWorkflows().done();
    }

    /** Creates and prepares; nothing reaches the customer. */
    public static Session plan(Opening opening, Actor actor) {
        var move = opening.move(Cause.PLAN, actor)
                .to(unborn -> new SessionState.Planned())
                .event(EventType.SESSION_PLANNED, Detail.NONE);
        return opening.added(move).done();
    }

    public Session invite(Link link, Actor actor, Instant now) {
        return on(Cause.INVITE, actor, now)
                .to(SessionState::invite)
                .issue(link)
                .startWorkflows()
                .done();
    }

    public Session resend(Link link, Actor actor, Instant now) {
        return on(Cause.RESEND, actor, now)
                .to(SessionState::resend)
                .invitations(all -> all.requireResendAllowed(reached(now)))
                .issue(link)
                .done();
    }

    /** Replaces the customer's details; the old link dies, and unfinished workflows begin again. */
    public Session reengage(Customer next, Link link, Actor actor, Instant now) {
        var move = on(Cause.REENGAGE, actor, now).to(SessionState::reengage);
        origin.policy().requireContact(next);
        move.customer(next).entrance(Entrance::forAnotherPerson).event(EventType.SESSION_REENGAGED, Detail.NONE);
        return state instanceof SessionState.Planned
                ? move.done()
                : move.issue(link).restartWorkflows().done();
    }

    /** Ending what has ended is done already. */
    public Session end(Actor actor, Instant now) {
        var at = reached(now);
        var elapsed = elapse(at);
        return elapsed.state instanceof SessionState.Ended
                ? elapsed
                : elapsed.end(EventType.SESSION_ENDED, Cause.END, actor, at, at);
    }

    Session end(EventType type, Cause cause, Actor actor, Instant at, Instant now) {
        var policy = origin.policy();
        var move = new Move(this, cause, actor, now)
                .to(s -> s.end(
                        EndReason.by(actor),
                        policy.accessAfter(at),
                        at,
                        policy.renewable().endFrom(at)));
        var ended = (SessionState.Ended) move.state();
        return move.event(type, new Detail.OfEnd(ended))
                .withdraw()
                .stopWorkflows(at)
                .done();
    }

    /** Restores what was; {@code tell} sends a new link, else the last one lives again. */
    public Session renew(boolean tell, Link link, Actor actor, Instant now) {
        var move = on(Cause.RENEW, actor, now).to(SessionState::renew).event(EventType.SESSION_RENEWED, Detail.NONE);
        if (move.state() instanceof SessionState.Planned) {
            return move.done();
        }
        return (tell ? move.issue(link) : move.revive()).resumeWorkflows().done();
    }

    /** Gives the session to another agent; both are told. */
    public Session transfer(Owner next, Actor actor, Instant now) {
        if (next.subject().equals(owner.subject())) {
            return elapse(now);
        }
        return on(Cause.TRANSFER, actor, now)
                .to(SessionState::transfer)
                .owner(next)
                .event(EventType.SESSION_TRANSFERRED, new Detail.OfTransfer(owner.subject()))
                .say(new Message.TellAgent(next, Message.Subject.SESSION_TRANSFERRED, null))
                .say(new Message.TellAgent(owner, Message.Subject.SESSION_TRANSFERRED, null))
                .done();
    }

    /**
     * One more link for the agent to carry; the ones before go on working, unless they had lapsed or been used. After
     * the join it is the only way back in for whom wrong answers have shut out.
     */
    public Session issueLink(Link link, Actor actor, Instant now) {
        var move = on(Cause.NEW_LINK, actor, now).to(SessionState::issueLink);
        if (move.state() instanceof SessionState.Active) {
            move.entrance(Entrance::reopen);
        }
        var current = move.invitations().current().orElseThrow();
        boolean used = !current.isOpen() && !origin.policy().manyDevices();
        return current.isLapsed(reached(now)) || used
                ? move.carry(link).done()
                : move.invitations(all -> all.changeCurrent(i -> i.addLink(link.hash())))
                        .event(EventType.SESSION_INVITED, new Detail.OfInvitation(current))
                        .done();
    }

    /** Labelling what is labelled so is done already. */
    public Session label(Labels next, Actor actor, Instant now) {
        var move = on(Cause.LABEL, actor, now).to(SessionState::change);
        return next.equals(labels)
                ? elapse(now)
                : move.labels(next)
                        .event(EventType.SESSION_CHANGED, Detail.NONE)
                        .done();
    }

    /** A receipt for an invitation's message; late, repeated and foreign ones change nothing. */
    public Session delivered(UUID invitation, InvitationState next, String reason, Instant now) {
        var before = invitations.byId(invitation);
        var after = before.map(i -> i.delivered(next, reason));
        if (after.equals(before)) {
            return this;
        }
        var move = new Move(this, Cause.DELIVERY, Actor.NOTIFICATION, now)
                .invitations(all -> all.change(invitation, i -> after.orElseThrow()));
        var detail = new Detail.OfInvitation(after.orElseThrow());
        switch (next) {
            case DELIVERED:
                return move.event(EventType.INVITATION_DELIVERED, detail).done();
            case UNDELIVERED:
                return move.event(EventType.INVITATION_UNDELIVERED, detail)
                        .say(new Message.TellAgent(owner, Message.Subject.INVITATION_UNDELIVERED, reason))
                        .done();
            default:
                return move.done();
        }
    }

    /**
     * Lets every clock strike that is due and decides something, in the order in which they fell due. Those that only
     * speak to the customer wait for {@link #strike}.
     */
    public Session elapse(Instant now) {
        var at = reached(now);
        var session = this;
        for (var due = Clock.next(session); Clock.isDue(due, at); due = Clock.next(session)) {
            session = due.get().strike(session, at);
        }
        return session;
    }

    /** Lets every clock strike that is due. Each that speaks does so once, however much was missed. */
    public Session strike(Instant now, Around around) {
        var at = reached(now);
        var session = elapse(at);
        for (var due :
                TimerClock.running(session).filter(c -> !at.isBefore(c.at())).toList()) {
            session = due.strike(session, at, around);
        }
        return session;
    }

    /** When the next of this session's clocks strikes; null while none runs. */
    public Instant nextDue() {
        return Stream.concat(
                        Clock.running(this).map(Clock::at),
                        TimerClock.running(this).map(TimerClock::at))
                .min(Instant::compareTo)
                .orElse(null);
    }

    public UUID id() {
        return origin.id();
    }

    /**
     * The session's own time: replicas know the database's to within milliseconds, and what one of them does after
     * another must not have been done before it.
     */
    Instant reached(Instant now) {
        return movedAt != null && movedAt.isAfter(now) ? movedAt : now;
    }

    Move on(Cause cause, Actor actor, Instant now) {
        return new Move(elapse(now), cause, actor, now);
    }
}
