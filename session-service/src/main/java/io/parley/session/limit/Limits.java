package io.parley.session.limit;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Caller;
import io.parley.session.limit.Allowances.Use;
import io.parley.session.problem.ProblemType;
import io.parley.session.session.model.Actor.Role;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.journal.Message;

/**
 * What may be done how often beyond a single session. Nobody is held up by what others do: what counts for a contact can
 * be used up only by who has a link to it, and what counts for an address holds for links that lead nowhere, or is more
 * than many people need.
 */
@ApplicationScoped
public class Limits {

    private final Allowances allowances;
    private final ClientAddress address;
    private final LimitConfig config;

    Limits(Allowances allowances, ClientAddress address, LimitConfig config) {
        this.allowances = allowances;
        this.address = address;
        this.config = config;
    }

    /** Counts a link that leads nowhere, in a transaction of its own: the refusal of the link must not undo it. */
    @WithTransaction
    public Uni<Void> stranger() {
        var use = new Use(
                "unknown-links", "address", config.unknownLinks(), address.counted(), ProblemType.TOO_MANY_REQUESTS);
        return allowances.take(use);
    }

    /** Before a PIN or a code is looked at. */
    public Uni<Void> beforeGuess(Session session) {
        return allowances.look(guess(session));
    }

    /** After one that was wrong. */
    public Uni<Void> afterWrongGuess(Session session) {
        return allowances.note(guess(session));
    }

    private Use guess(Session session) {
        var from = address.counted();
        var contact = session.customer().contact(session.origin().policy());
        var whom = contact == null ? session.id().toString() : contact.address();
        return new Use(
                "guesses",
                "address",
                config.guesses(),
                from == null ? null : from + " " + whom,
                ProblemType.TOO_MANY_REQUESTS);
    }

    /** Before what a customer has asked for is sent; with the session as it would be. */
    public Uni<Void> asked(Session session) {
        return session.journal().messages().stream()
                .map(message -> message instanceof Message.Code code
                        ? asked(code.contact().address(), ProblemType.TOO_MANY_CODES)
                        : message instanceof Message.Invite invite
                                ? asked(invite.contact().address(), ProblemType.TOO_MANY_RESENDS)
                                : Uni.createFrom().voidItem())
                .reduce(Uni.createFrom().voidItem(), (all, next) -> all.chain(() -> next));
    }

    private Uni<Void> asked(String contact, ProblemType type) {
        return allowances
                .take(new Use("asked-by-address", "address", config.askedByAddress(), address.counted(), type))
                .chain(() -> allowances.take(
                        new Use("asked-by-contact", "contact", config.askedByContact(), contact, type)));
    }

    /** Before an agent's invitation is sent again; with the session as it would be. */
    public Uni<Void> resent(Session session, Caller by) {
        var from = by.is(Role.SYSTEM) ? null : address.counted();
        return session.journal().messages().stream()
                .filter(message -> message instanceof Message.Invite)
                .map(message -> resent(((Message.Invite) message).contact().address(), from))
                .reduce(Uni.createFrom().voidItem(), (all, next) -> all.chain(() -> next));
    }

    private Uni<Void> resent(String contact, String from) {
        var type = ProblemType.TOO_MANY_RESENDS;
        return allowances
                .take(new Use("resends-by-address", "address", config.resendsByAddress(), from, type))
                .chain(() -> allowances.take(
                        new Use("resends-by-contact", "contact", config.resendsByContact(), contact, type)));
    }
}
