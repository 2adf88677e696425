package io.parley.session.limit;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.parley.session.customer.Contacts;
import io.parley.session.limit.Allowances.Use;
import io.parley.session.problem.ProblemType;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Contact;
import io.parley.session.session.model.journal.Message;

/**
 * How many texts may be asked for. Each costs money, and whoever owns numbers that pay him has an interest in many; so a
 * text is taken from the budgets of all whom it concerns, in the transaction that asks for it, or refused there
 * (docs/adr/0017). Mails, and what timers send, touch none of them.
 */
@ApplicationScoped
public class TextBudgets {

    /** Pumped numbers come in rows. */
    private static final int LAST_DIGITS = 3;

    private final Allowances allowances;
    private final LimitConfig config;

    TextBudgets(Allowances allowances, LimitConfig config) {
        this.allowances = allowances;
        this.config = config;
    }

    /** Whether what a session would say needs anything of them. */
    public static boolean concern(Session session) {
        return numbers(session).findAny().isPresent();
    }

    /** Takes what a session would say from them; with the session as it would be. */
    public Uni<Void> take(Session session) {
        // Always in the same order, so that no two wait for each other; what most texts share is held the shortest.
        return numbers(session)
                .flatMap(number -> uses(number, session))
                .reduce(
                        Uni.createFrom().voidItem(),
                        (all, use) -> all.chain(() -> allowances.take(use)),
                        (all, others) -> all.chain(() -> others));
    }

    private static Stream<String> numbers(Session session) {
        return session.journal().messages().stream()
                .map(TextBudgets::contact)
                .filter(Objects::nonNull)
                .filter(contact -> contact.channel() == Channel.SMS)
                .map(Contact::address);
    }

    private static Contact contact(Message message) {
        if (message instanceof Message.Code code) {
            return code.contact();
        }
        return message instanceof Message.Invite invite ? invite.contact() : null;
    }

    private Stream<Use> uses(String number, Session session) {
        var prefix = number.substring(0, Math.max(0, number.length() - LAST_DIGITS));
        return Stream.of(
                use("number", config.textsByNumber(), number),
                use("prefix", config.textsByPrefix(), prefix),
                use("agent", config.textsByAgent(), session.owner().subject()),
                use("team", config.textsByTeam(), session.origin().homeTeam().toString()),
                use("country", config.textsByCountry(), Contacts.country(number)),
                use("total", config.textsByTotal(), "all"));
    }

    private static Use use(String scope, Limit limit, String whom) {
        return new Use("texts-by-" + scope, scope, limit, whom, ProblemType.TOO_MANY_TEXTS);
    }
}
