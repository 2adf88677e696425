package io.parley.session.session.model;

import java.time.Instant;
import java.util.UUID;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.Document;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.Side;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.EventType;

/** What agents and machines do with what is in a session: put in, take out, start over, write. */
public final class AgentSide {

    private final Session session;
    private final Actor actor;
    private final Instant now;

    private AgentSide(Session session, Actor actor, Instant now) {
        this.session = session;
        this.actor = actor;
        this.now = now;
    }

    /** @param actor never the customer */
    public static AgentSide of(Session session, Actor actor, Instant now) {
        return new AgentSide(session.elapse(now), actor, session.reached(now));
    }

    public Session addAsset(SessionAsset asset) {
        return change().content(c -> c.add(asset))
                .event(EventType.ASSET_ADDED, new Detail.OfAsset(asset))
                .done();
    }

    public Session removeAsset(UUID id) {
        var move = change();
        var asset = move.content().asset(id);
        return move.content(c -> c.remove(id))
                .event(EventType.ASSET_REMOVED, new Detail.OfAsset(asset))
                .done();
    }

    public Session addDocument(Document document) {
        return change().event(EventType.DOCUMENT_ADDED, new Detail.OfDocument(document))
                .done();
    }

    /**
     * Something that the agent wrote. It may wait for the customer to join, and after the end it goes on as long as the
     * customer may answer.
     */
    public Session addMessage(UUID message) {
        session.origin().policy().requireChat();
        var move = move(Cause.MESSAGE);
        boolean customerMay = CustomerSide.of(session, now).access() == AccessMode.FULL;
        return (customerMay ? move : move.to(SessionState::change))
                .message(message, Side.AGENT)
                .done();
    }

    /** Its clock starts at once where the customer is invited already. */
    public Session addWorkflow(SessionWorkflow workflow) {
        var move = change().content(c -> c.add(workflow))
                .event(EventType.WORKFLOW_ADDED, new Detail.OfWorkflow(workflow, null));
        return session.state() instanceof SessionState.Reached
                ? move.startWorkflows().done()
                : move.done();
    }

    public Session removeWorkflow(UUID id) {
        var move = change();
        var stopped = move.content().unfinishedWorkflow(id).move(s -> s.stop(now));
        return move.content(c -> c.remove(id))
                .event(EventType.WORKFLOW_STOPPED, new Detail.OfWorkflow(stopped, null))
                .done();
    }

    public Session restartWorkflow(UUID id) {
        var move = move(Cause.RESTART).to(SessionState::restartWorkflow);
        var restarted = move.content().unfinishedWorkflow(id).restart(now);
        return move.content(c -> c.replace(restarted))
                .event(EventType.WORKFLOW_RESTARTED, new Detail.OfWorkflow(restarted, null))
                .done();
    }

    private Move change() {
        return move(Cause.CHANGE).to(SessionState::change);
    }

    private Move move(Cause cause) {
        return new Move(session, cause, actor, now);
    }
}
