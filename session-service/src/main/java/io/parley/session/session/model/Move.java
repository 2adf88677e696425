package io.parley.session.session.model;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import io.parley.session.session.model.absence.Absence;
import io.parley.session.session.model.content.ChatMessage;
import io.parley.session.session.model.content.Content;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.Side;
import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.model.entrance.Entrance;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Contact;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.invitation.Invitations;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.EventType;
import io.parley.session.session.model.journal.Journal;
import io.parley.session.session.model.journal.Message;
import io.parley.session.session.model.journal.SessionEvent;
import io.parley.session.session.model.reminder.Reminding;

/** A session on its way from one version to the next; collects what happens, in its order. */
final class Move {

    private final Session from;
    private final Cause cause;
    private final Actor actor;
    private final Instant now;
    private final Policy policy;

    private StateName told;
    private Owner owner;
    private Customer customer;
    private SessionState state;
    private Invitations invitations;
    private Content content;
    private Entrance entrance;
    private Labels labels;
    private Instant movedAt;
    private Instant expiresAt;
    private Absence absence;
    private Journal journal;

    Move(Session from, Cause cause, Actor actor, Instant now) {
        this.from = from;
        this.cause = cause;
        this.actor = actor;
        this.now = from.reached(now);
        this.policy = from.origin().policy();
        this.told = from.state() == null ? null : from.state().name();
        this.owner = from.owner();
        this.customer = from.customer();
        this.state = from.state();
        this.invitations = from.invitations();
        this.content = from.content();
        this.entrance = from.entrance();
        this.labels = from.labels();
        this.movedAt = from.movedAt();
        this.expiresAt = from.expiresAt();
        this.absence = from.absence();
        this.journal = from.journal();
    }

    Move to(UnaryOperator<SessionState> how) {
        state = how.apply(state);
        return this;
    }

    Move to(BiFunction<SessionState, Instant, SessionState> how) {
        state = how.apply(state, now);
        return this;
    }

    Move owner(Owner next) {
        owner = next;
        return this;
    }

    Move customer(Customer next) {
        customer = next;
        return this;
    }

    /** Who it was, and what only they could show. */
    Move forgetCustomer() {
        return customer(Customer.ERASED)
                .entrance(before -> Entrance.withPin(null))
                .invitations(Invitations::withoutLinks)
                .labels(labels.withoutMetadata());
    }

    Move labels(Labels next) {
        labels = next;
        return this;
    }

    Move entrance(UnaryOperator<Entrance> change) {
        entrance = change.apply(entrance);
        return this;
    }

    Move content(UnaryOperator<Content> change) {
        content = change.apply(content);
        return this;
    }

    Move invitations(UnaryOperator<Invitations> change) {
        invitations = change.apply(invitations);
        return this;
    }

    Move event(EventType type, Detail detail) {
        journal = journal.add(
                new SessionEvent(journal.sequence() + 1, type, now, actor, cause, told, state.name(), detail));
        told = state.name();
        movedAt = now;
        return this;
    }

    Move say(Message message) {
        journal = journal.add(message);
        return this;
    }

    /** A new invitation by a new link; whatever was under way to the customer is called back. */
    Move issue(Link link) {
        Contact contact = customer.contact(policy);
        Channel channel = policy.external() ? Channel.EXTERNAL : contact.channel();
        callBack(InvitationState.SUPERSEDED);
        invitations = invitations.issue(link, channel, now, policy.link());
        beginReminding();
        Invitation issued = invitations.current().orElseThrow();
        event(EventType.SESSION_INVITED, new Detail.OfInvitation(issued));
        return channel == Channel.EXTERNAL ? this : say(new Message.Invite(contact, issued, link, cause));
    }

    /** A new invitation that the agent carries, when the last one has lapsed. */
    Move carry(Link link) {
        invitations = invitations.issue(link, Channel.EXTERNAL, now, policy.link());
        return event(
                EventType.SESSION_INVITED,
                new Detail.OfInvitation(invitations.current().orElseThrow()));
    }

    /** The next one in the chat. */
    Move message(UUID id, Side author) {
        content = content.addMessage();
        return event(EventType.MESSAGE_ADDED, new Detail.OfMessage(new ChatMessage(id, content.messages(), author)));
    }

    Move withdraw() {
        callBack(InvitationState.WITHDRAWN);
        return invitations(all -> all.changeCurrent(i -> i.close(InvitationState.WITHDRAWN)));
    }

    private void callBack(InvitationState outcome) {
        callBackReminder(outcome);
        invitations
                .current()
                .filter(i -> i.isOpen() && i.channel() != Channel.EXTERNAL)
                .ifPresent(i -> say(new Message.Cancel(i.id(), outcome)));
    }

    /** A reminder that is still under way is out of date once the customer has come, or is not to come. */
    Move callBackReminder(InvitationState outcome) {
        invitations
                .current()
                .filter(i ->
                        i.isOpen() && i.reminding() != null && i.reminding().message() != null)
                .ifPresent(i -> say(new Message.Cancel(i.reminding().message(), outcome)));
        return this;
    }

    /** The last link again, with a fresh lifetime. */
    Move revive() {
        var until = policy.link().endFrom(now);
        invitations = invitations.changeCurrent(i -> i.revive(until));
        beginReminding();
        return this;
    }

    private void beginReminding() {
        if (policy.reminders() != null && state instanceof SessionState.Invited) {
            var begun = Reminding.begin(policy.reminders(), now, customer.zone());
            invitations = invitations.changeCurrent(i -> i.channel() == Channel.EXTERNAL ? i : i.remind(begun));
        }
    }

    /** One more reminder of the current invitation. */
    Move remind(Link link) {
        invitations = invitations.changeCurrent(
                i -> i.remind(i.reminding().remind(policy.reminders(), link.invitation(), now, customer.zone())));
        return nudge(link);
    }

    /** A timer that comes late must not come at night. */
    Move remindAt(Instant later) {
        return invitations(all -> all.changeCurrent(i -> i.remind(i.reminding().wait(later))));
    }

    /** Says that the agent has left something. */
    Move tellOfActivity(Link link) {
        absence = absence.tell(now);
        return nudge(link);
    }

    private Move nudge(Link link) {
        invitations = invitations.changeCurrent(i -> i.addLink(link.hash()));
        var current = invitations.current().orElseThrow();
        return event(EventType.SESSION_CHANGED, new Detail.OfInvitation(current))
                .say(new Message.Nudge(customer.contact(policy), current, link, cause));
    }

    Move absence(UnaryOperator<Absence> change) {
        absence = change.apply(absence);
        return this;
    }

    Move startWorkflows() {
        return moveWorkflows(w -> w.start(now), EventType.WORKFLOW_STARTED);
    }

    /** Those that are finished stay so; those that wait for the invitation go on waiting. */
    Move restartWorkflows() {
        content = content.changeWorkflows(w -> w.restart(now));
        content.workflows().stream()
                .filter(w -> w.state().isRunning())
                .forEach(w -> event(EventType.WORKFLOW_RESTARTED, new Detail.OfWorkflow(w, null)));
        return this;
    }

    Move stopWorkflows(Instant at) {
        return moveWorkflows(w -> w.move(s -> s.stop(at)), EventType.WORKFLOW_STOPPED);
    }

    Move resumeWorkflows() {
        return moveWorkflows(w -> w.move(s -> s.resume(now)), EventType.WORKFLOW_STARTED);
    }

    Move expireWorkflow(SessionWorkflow due) {
        WorkflowState lapsed = due.state().expire(now);
        return moveWorkflows(w -> w.id().equals(due.id()) ? w.move(s -> lapsed) : w, EventType.WORKFLOW_EXPIRED);
    }

    private Move moveWorkflows(UnaryOperator<SessionWorkflow> how, EventType type) {
        Content before = content;
        content = content.changeWorkflows(how);
        content.movedSince(before).forEach(w -> event(type, new Detail.OfWorkflow(w, null)));
        return this;
    }

    /** The inactivity clock runs while the customer has a link, and starts over by what agents and machines do. */
    private void keepAlive() {
        boolean runs = state instanceof SessionState.Reached;
        if (!runs || actor.keepsSessionAlive()) {
            expiresAt = runs ? policy.inactivity().endFrom(now) : null;
        }
    }

    /** What the agent leaves waits to be found; a customer who is in the room has found it. */
    private void noticeAbsence() {
        if (!(state instanceof SessionState.Active) || actor.role() == Actor.Role.CUSTOMER && cause.isFromRoom()) {
            absence = null;
        } else if (actor.keepsSessionAlive() && isWorthTelling()) {
            absence = Absence.leave(absence, now, policy.patience());
        }
    }

    private boolean isWorthTelling() {
        return policy.patience() != null
                && !policy.external()
                && customer.contact(policy) != null
                && journal.events().stream()
                        .skip(from.journal().events().size())
                        .anyMatch(e -> e.type().isForCustomer());
    }

    SessionState state() {
        return state;
    }

    Invitations invitations() {
        return invitations;
    }

    Content content() {
        return content;
    }

    Session done() {
        keepAlive();
        noticeAbsence();
        return new Session(
                from.origin(),
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
                journal);
    }
}
