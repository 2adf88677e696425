package io.parley.story.stress;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.parley.session.session.model.Actor;
import io.parley.session.session.model.AgentSide;
import io.parley.session.session.model.Customer;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Owner;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Journal;

/** The pure model of session-service, asked what a command does to a session, or what a step must have been. */
final class TheModel {

    private static final Actor MACHINE = new Actor("parley-system", Actor.Role.SYSTEM);

    private final TheLibrary library;

    /** The tokens of links that were handed out, by the sequence of the event that told of it. */
    private final Map<Long, String> links;

    /** The cookies that were given to browsers, by the place of the step that let each in. */
    private final Map<Integer, String> browsers;

    TheModel(Session first, Claims claims) {
        this.library = new TheLibrary(first.content().workflows().get(0));
        this.links = claims.links();
        this.browsers = claims.browsers();
    }

    /** How an answer is named here: the hash that is really kept is the service's secret. */
    static String hash(String token) {
        return "hash of " + token;
    }

    /**
     * The session after the step.
     *
     * @throws MoveRefused where the model does not allow it
     */
    Session after(Session before, Step step) {
        var quiet = quiet(before);
        var command = step.ofCommand();
        if (command.isEmpty()) {
            return step.last().cause().equals("delivery") ? delivered(quiet, step.last()) : quiet.elapse(step.at());
        }
        var entry = command.get();
        switch (Command.of(entry).orElseThrow()) {
            case RENEW:
                return quiet.renew(step.has(Command.INVITE.event), link(step), MACHINE, step.at());
            case TRANSFER:
                return quiet.transfer(new Owner(entry.data().get("owner").asText(), "", null), MACHINE, step.at());
            case ADD_ASSET:
                return AgentSide.of(quiet, MACHINE, step.at()).addAsset(TheLibrary.asset(entry));
            case REMOVE_ASSET:
                return AgentSide.of(quiet, MACHINE, step.at())
                        .removeAsset(UUID.fromString(
                                entry.data().get("asset").get("id").asText()));
            case ADD_WORKFLOW:
                return AgentSide.of(quiet, MACHINE, step.at())
                        .addWorkflow(library.workflow(UUID.fromString(entry.workflow())));
            default:
                return act(
                        quiet,
                        Command.of(entry).orElseThrow(),
                        subject(quiet, entry),
                        entry.data().path("workflow").path("step").asText(),
                        link(step),
                        browsers.getOrDefault(step.place(), "a browser that got no answer"),
                        step.at());
        }
    }

    /** The session after a request that was made of it at this moment. */
    Session after(Session before, Op op, Instant now) {
        var link = new Link(UUID.randomUUID(), "", "hash of nothing");
        var session = quiet(before);
        switch (op.command()) {
            case TRANSFER:
                return session.transfer(new Owner(op.subject(), "", null), MACHINE, now);
            case RENEW:
                return session.renew(!"quietly".equals(op.detail()), link, MACHINE, now);
            case ADD_ASSET:
                return AgentSide.of(session, MACHINE, now)
                        .addAsset(new SessionAsset(UUID.randomUUID(), UUID.randomUUID(), 1, "TEXT", "any"));
            case REMOVE_ASSET:
                return AgentSide.of(session, MACHINE, now).removeAsset(UUID.fromString(op.subject()));
            case ADD_WORKFLOW:
                return AgentSide.of(session, MACHINE, now).addWorkflow(library.workflow(UUID.randomUUID()));
            case JOIN:
            case NEW_LINK:
                return act(session, op.command(), hash(op.subject()), null, link, "another browser", now);
            default:
                return act(session, op.command(), op.subject(), op.detail(), link, op.browser(), now);
        }
    }

    private static Session act(
            Session session, Command command, String subject, String detail, Link link, String browser, Instant now) {
        switch (command) {
            case INVITE:
                return session.invite(link, MACHINE, now);
            case RESEND:
                return session.resend(link, MACHINE, now);
            case REENGAGE:
                return session.reengage(new Customer("Bea", "bea@example.org", null, null, null), link, MACHINE, now);
            case LINK:
                return session.issueLink(link, MACHINE, now);
            case END:
                return session.end(MACHINE, now);
            case REMOVE_WORKFLOW:
                return AgentSide.of(session, MACHINE, now).removeWorkflow(UUID.fromString(subject));
            case RESTART_WORKFLOW:
                return AgentSide.of(session, MACHINE, now).restartWorkflow(UUID.fromString(subject));
            case JOIN:
                return CustomerSide.of(session, now)
                        .join(new JoinAttempt(subject, browser, true, null, null))
                        .orThrow();
            case NEW_LINK:
                return CustomerSide.of(session, now).askForNewLink(subject, link);
            case STEP:
                return inTheRoom(session, now).completeStep(UUID.fromString(subject), detail);
            default:
                throw new IllegalArgumentException(command.name());
        }
    }

    /** The door is before the room: after the end it says that it is shut, and no more. */
    private static CustomerSide inTheRoom(Session session, Instant now) {
        var side = CustomerSide.of(session, now);
        if (side.access() == AccessMode.NONE) {
            side.requireReached();
        }
        return side;
    }

    /** What a customer's request was about, as far as it has to be known for what followed. */
    private static String subject(Session session, Entry entry) {
        var newest =
                session.invitations().current().map(i -> i.links().get(i.links().size() - 1));
        return Command.of(entry)
                        .filter(c -> c == Command.JOIN || c == Command.NEW_LINK)
                        .isPresent()
                ? newest.orElse("none")
                : entry.workflow();
    }

    private Link link(Step step) {
        var told = step.entries().stream()
                .filter(entry -> entry.type().equals(Command.INVITE.event))
                .findFirst();
        return told.map(entry -> new Link(
                        UUID.fromString(entry.data().get("invitation").get("id").asText()),
                        "",
                        hash(links.getOrDefault(entry.sequence(), entry.id()))))
                .orElseGet(() -> new Link(UUID.randomUUID(), "", "hash of nothing"));
    }

    private static Session delivered(Session session, Entry entry) {
        var state = entry.type().equals("parley.invitation.delivered.v1")
                ? InvitationState.DELIVERED
                : InvitationState.UNDELIVERED;
        var invitation = entry.data().get("invitation");
        return session.delivered(
                UUID.fromString(invitation.get("id").asText()),
                state,
                invitation.path("reason").asText(null),
                entry.at());
    }

    /** Without what happened before. */
    private static Session quiet(Session session) {
        return session.with(Journal.read(0, session.journal().sequence(), false));
    }
}
