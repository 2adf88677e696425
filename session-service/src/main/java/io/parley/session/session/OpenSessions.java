package io.parley.session.session;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.invitation.Contact;
import io.parley.session.timer.DatabaseClock;

/**
 * The rules about how many open sessions an owner may have. Who decides by them holds the owner's lock until the
 * transaction ends, so that of two starts at once one sees the other.
 */
@ApplicationScoped
public class OpenSessions {

    private static final List<StateName> REACHED = List.of(StateName.INVITED, StateName.ACTIVE);
    private static final List<StateName> OPEN = List.of(StateName.PLANNED, StateName.INVITED, StateName.ACTIVE);

    private final Sessions sessions;
    private final DatabaseClock clock;

    OpenSessions(Sessions sessions, DatabaseClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Lets pass a planned session, and where the owner's team lets them have several, or they have no other. */
    public Uni<Void> requireNoOther(Session session) {
        boolean counts = session.state() instanceof SessionState.Reached;
        if (!counts || !session.origin().policy().singleActive()) {
            return Uni.createFrom().voidItem();
        }
        String owner = session.owner().subject();
        return lock(owner)
                .chain(() -> sessions.list("owner = ?1 and state in ?2 and id <> ?3", owner, REACHED, session.id()))
                .invoke(rows -> stillOpen(rows).findFirst().ifPresent(OpenSessions::refuse))
                .replaceWithVoid();
    }

    private static void refuse(Session another) {
        throw new AnotherSessionOpen(another.id());
    }

    /** A late timer leaves what has lapsed in the way of nobody. */
    private Stream<Session> stillOpen(List<SessionRow> rows) {
        return rows.stream()
                .map(SessionDocument::read)
                .map(session -> session.elapse(clock.instant()))
                .filter(session -> !(session.state() instanceof SessionState.Ended));
    }

    /** The owner's open session with this contact; null for none. */
    public Uni<Session> withContact(String owner, Contact contact) {
        return lock(owner)
                .chain(() -> sessions.list(
                        "owner = ?1 and state in ?2 and (email = ?3 or phone = ?3) order by id desc",
                        owner,
                        OPEN,
                        contact.address()))
                .map(rows -> stillOpen(rows).findFirst().orElse(null));
    }

    private static Uni<Void> lock(String owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)", String.class)
                        .setParameter(1, owner)
                        .getResultList())
                .replaceWithVoid();
    }
}
