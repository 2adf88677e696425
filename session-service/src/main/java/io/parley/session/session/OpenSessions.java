package io.parley.session.session;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.invitation.Contact;

/**
 * The rules about how many open sessions an owner may have. Who decides by them holds the owner's lock until the
 * transaction ends, so that of two starts at once one sees the other.
 */
@ApplicationScoped
public class OpenSessions {

    private static final List<StateName> REACHED = List.of(StateName.INVITED, StateName.ACTIVE);
    private static final List<StateName> OPEN = List.of(StateName.PLANNED, StateName.INVITED, StateName.ACTIVE);

    private final Sessions sessions;

    OpenSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Lets pass a planned session, and where the owner's team lets them have several, or they have no other. */
    public Uni<Void> requireNoOther(Session session) {
        boolean counts = session.state() instanceof SessionState.Reached;
        if (!counts || !session.origin().policy().singleActive()) {
            return Uni.createFrom().voidItem();
        }
        String owner = session.owner().subject();
        return lock(owner)
                .chain(() -> sessions.find("owner = ?1 and state in ?2 and id <> ?3", owner, REACHED, session.id())
                        .<SessionRow>firstResult())
                .invoke(OpenSessions::refuse)
                .replaceWithVoid();
    }

    private static void refuse(SessionRow another) {
        if (another != null) {
            throw new AnotherSessionOpen(another.id);
        }
    }

    /** The owner's open session with this contact; null for none. */
    public Uni<Session> withContact(String owner, Contact contact) {
        return lock(owner)
                .chain(() -> sessions.find(
                                "owner = ?1 and state in ?2 and (email = ?3 or phone = ?3) order by id desc",
                                owner,
                                OPEN,
                                contact.address())
                        .<SessionRow>firstResult())
                .map(row -> row == null ? null : SessionDocument.read(row));
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
