package io.parley.session.session.model;

import java.time.Instant;
import java.util.UUID;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.Document;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.Side;
import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.model.entrance.Authentication.Method;
import io.parley.session.session.model.entrance.Entry;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.EventType;
import io.parley.session.session.model.journal.Message;

/** What the customer may do with a session: knock, join, ask for a code or a new link, do the steps. */
public final class CustomerSide {

    private final Session session;
    private final Instant now;

    private CustomerSide(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    public static CustomerSide of(Session session, Instant now) {
        return new CustomerSide(session.elapse(now), session.reached(now));
    }

    /** Whether this browser may go in by this link as it is, or must first show something. */
    public Knock knock(String link, String device) {
        var invitation = invitation(link);
        if (session.entrance().knows(device) && access() != AccessMode.NONE) {
            return new Knock(true, null, Method.NONE);
        }
        requireOpenEntrance(requireCurrent(invitation));
        return new Knock(false, session.origin().policy().consent(), method());
    }

    /** @param consent the text to agree to; null for none */
    public record Knock(boolean alreadyIn, String consent, Method method) {}

    /** Joining again on a joined device is done already. */
    public Entry join(JoinAttempt attempt) {
        var knock = knock(attempt.link(), attempt.device());
        if (knock.alreadyIn()) {
            return Entry.admitted(acceptRenewal());
        }
        var rule = session.origin().policy().authentication();
        session.entrance().guard().check(rule, now);
        if (knock.consent() != null && !attempt.consented()) {
            throw new MoveRefused(Refusal.CONSENT_REQUIRED);
        }
        var refusal = session.entrance().judge(knock.method(), attempt, now);
        if (refusal == Refusal.PIN_WRONG || refusal == Refusal.CODE_WRONG) {
            return refused(refusal);
        }
        if (refusal != null) {
            throw new MoveRefused(refusal);
        }
        return Entry.admitted(admit(attempt.device()));
    }

    private Entry refused(Refusal refusal) {
        var rule = session.origin().policy().authentication();
        var guard = session.entrance().guard().fail(rule, now);
        var move = move(Cause.LOCK).entrance(e -> e.guarded(guard));
        var counted = guard.locks() > session.entrance().guard().locks()
                ? move.event(EventType.SESSION_CHANGED, Detail.NONE).done()
                : move.done();
        return new Entry(counted, refusal, guard.lockedUntil());
    }

    private Session admit(String device) {
        boolean further = session.state() instanceof SessionState.Active;
        boolean many = session.origin().policy().manyDevices();
        var move = move(further ? Cause.DEVICE : Cause.JOIN)
                .entrance(e -> many ? e.admit(device) : e.bind(device))
                .callBackReminder(InvitationState.WITHDRAWN)
                .invitations(all -> all.changeCurrent(i -> i.close(InvitationState.ACCEPTED)));
        return further
                ? move.event(EventType.SESSION_CHANGED, Detail.NONE).done()
                : move.to(SessionState::join)
                        .event(EventType.SESSION_JOINED, Detail.NONE)
                        .done();
    }

    private Session acceptRenewal() {
        var open = session.invitations().current().filter(Invitation::isOpen);
        return open.isEmpty()
                ? session
                : move(Cause.RETURN)
                        .invitations(all -> all.changeCurrent(i -> i.close(InvitationState.ACCEPTED)))
                        .event(EventType.SESSION_CHANGED, Detail.NONE)
                        .done();
    }

    /** A one-time code to the known contact; the one before no longer counts. */
    public Session askForCode(String link, Message.OneTimeSecret code) {
        requireOpenEntrance(requireCurrent(invitation(link)));
        var policy = session.origin().policy();
        session.entrance().guard().check(policy.authentication(), now);
        if (method() != Method.OTP) {
            throw new MoveRefused(Refusal.CODE_NOT_ASKED);
        }
        var contact = session.customer().codeContact(policy);
        if (contact == null) {
            throw new MoveRefused(Refusal.CONTACT_NOT_REACHABLE);
        }
        return move(Cause.CODE)
                .entrance(e -> e.expect(code.hash(), now))
                .event(EventType.SESSION_CHANGED, Detail.NONE)
                .say(new Message.Code(contact, code))
                .done();
    }

    /** Instead of a lapsed link; it goes to the known contact only. */
    public Session askForNewLink(String lapsed, Link link) {
        var invitation = requireCurrent(invitation(lapsed));
        requireReached();
        if (!invitation.isLapsed(now)) {
            throw new MoveRefused(Refusal.LINK_NOT_EXPIRED);
        }
        if (session.origin().policy().external()) {
            throw new MoveRefused(Refusal.CONTACT_NOT_REACHABLE);
        }
        return move(Cause.NEW_LINK)
                .invitations(all -> all.requireResendAllowed(now))
                .issue(link)
                .done();
    }

    /** Does the next step of a workflow; the last one completes it and tells the owner. */
    public Session completeStep(UUID workflow, String step) {
        var before = session.content().workflow(workflow);
        if (before.step(step).isEmpty()) {
            throw new MoveRefused(Refusal.STEP_UNKNOWN);
        }
        if (before.step(step).get().isDone()) {
            return session;
        }
        requireOpenSteps(before);
        var after = before.completeStep(step, now);
        var move = move(Cause.STEP)
                .content(c -> c.replace(after))
                .event(EventType.WORKFLOW_STEP_COMPLETED, new Detail.OfWorkflow(after, step));
        return after.state().isFinished()
                ? move.event(EventType.WORKFLOW_COMPLETED, new Detail.OfWorkflow(after, null))
                        .say(new Message.TellAgent(session.owner(), Message.Subject.WORKFLOW_COMPLETED, after.name()))
                        .done()
                : move.done();
    }

    /** Adds a file; after the end for those only who may go on completing. */
    public Session addDocument(Document document) {
        if (access() != AccessMode.FULL) {
            throw new MoveRefused(Refusal.ACCESS_ENDED);
        }
        if (!session.origin().policy().attachments()) {
            throw new MoveRefused(Refusal.ATTACHMENTS_OFF);
        }
        return move(Cause.CHANGE)
                .event(EventType.DOCUMENT_ADDED, new Detail.OfDocument(document))
                .done();
    }

    /** Something that the customer wrote; after the end for those only who may go on completing. */
    public Session addMessage(UUID message) {
        if (access() != AccessMode.FULL) {
            throw new MoveRefused(Refusal.ACCESS_ENDED);
        }
        session.origin().policy().requireChat();
        return move(Cause.MESSAGE).message(message, Side.CUSTOMER).done();
    }

    /** What a customer who has joined may do now; {@code NONE} before the join. */
    public AccessMode access() {
        var state = session.state();
        if (state instanceof SessionState.Ended ended) {
            return ended.before() instanceof SessionState.Active
                    ? ended.access().at(now)
                    : AccessMode.NONE;
        }
        return state instanceof SessionState.Active ? AccessMode.FULL : AccessMode.NONE;
    }

    /** The session with what the clocks have done by now. */
    public Session session() {
        return session;
    }

    private Invitation invitation(String link) {
        return session.invitations().byLink(link).orElseThrow(() -> new MoveRefused(Refusal.LINK_UNKNOWN));
    }

    private Invitation requireCurrent(Invitation invitation) {
        if (!session.invitations().isCurrent(invitation)) {
            throw new MoveRefused(Refusal.LINK_SUPERSEDED);
        }
        return invitation;
    }

    private void requireOpenEntrance(Invitation invitation) {
        requireReached();
        if (isBoundElsewhere(invitation)) {
            throw new MoveRefused(Refusal.ANOTHER_DEVICE);
        }
        if (invitation.isLapsed(now)) {
            throw new MoveRefused(Refusal.LINK_EXPIRED, invitation.expiresAt());
        }
    }

    /** One browser is bound; only an invitation since then, which nobody has accepted yet, lets another take over. */
    private boolean isBoundElsewhere(Invitation invitation) {
        return session.state() instanceof SessionState.Active
                && !session.origin().policy().manyDevices()
                && invitation.state() == InvitationState.ACCEPTED;
    }

    /** @throws MoveRefused where the session is over, saying how it came to be */
    public void requireReached() {
        if (session.state() instanceof SessionState.Ended ended) {
            throw new MoveRefused(
                    ended.reason() == EndReason.INACTIVITY ? Refusal.SESSION_EXPIRED : Refusal.SESSION_ENDED,
                    ended.at());
        }
    }

    private void requireOpenSteps(SessionWorkflow workflow) {
        if (access() != AccessMode.FULL) {
            throw new MoveRefused(Refusal.ACCESS_ENDED);
        }
        if (workflow.state() instanceof WorkflowState.Expired) {
            throw new MoveRefused(Refusal.WORKFLOW_CLOSED);
        }
    }

    /** A further device proves itself by a code; one that takes another's place by what that had to show. */
    private Method method() {
        var policy = session.origin().policy();
        return session.state() instanceof SessionState.Active && policy.manyDevices()
                ? Method.OTP
                : policy.authentication().method();
    }

    private Move move(Cause cause) {
        return new Move(session, cause, Actor.CUSTOMER, now);
    }
}
