package io.parley.session.room.entrance;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.parley.session.access.SessionHidden;
import io.parley.session.invitation.Links;
import io.parley.session.invitation.Links.Token;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;
import io.parley.session.session.model.Session;
import io.parley.session.timer.DatabaseClock;

/**
 * Finds the session that a link leads to. What is no link of ours, names no session or has the wrong secret gets one and
 * the same refusal; the secret itself is looked at by the model.
 */
@ApplicationScoped
public class Entrances {

    private final Sessions sessions;
    private final Links links;
    private final DatabaseClock clock;

    Entrances(Sessions sessions, Links links, DatabaseClock clock) {
        this.sessions = sessions;
        this.links = links;
        this.clock = clock;
    }

    /** Somebody before the door of a session, with the link in hand. */
    public record Visitor(Token link, CustomerSide side) {

        Session session() {
            return side.session();
        }

        /** The session, for whoever has a link that it has ever had. */
        public Session known() {
            return session()
                    .invitations()
                    .byLink(link.hash())
                    .map(i -> session())
                    .orElseThrow(Entrances::unknown);
        }
    }

    public Uni<Visitor> find(String link) {
        return find(link, token -> sessions.get(token.session()));
    }

    /** The same, with the session locked until the transaction ends. */
    Uni<Visitor> findToChange(String link) {
        return find(link, token -> sessions.getForUpdate(token.session()));
    }

    private Uni<Visitor> find(String link, Function<Token, Uni<Session>> find) {
        var token = links.read(link);
        return token.isEmpty()
                ? Uni.createFrom().failure(unknown())
                : find.apply(token.get())
                        .onFailure(SessionHidden.class)
                        .transform(hidden -> unknown())
                        .map(session -> new Visitor(token.get(), CustomerSide.of(session, clock.instant())));
    }

    private static MoveRefused unknown() {
        return new MoveRefused(Refusal.LINK_UNKNOWN);
    }
}
