package io.parley.session.rehearsal;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

import io.parley.session.presence.Presences;
import io.parley.session.session.Sessions;

/**
 * Does a command in a transaction that is rolled back, and tells what it had written: so it can't differ from the
 * command itself.
 */
@ApplicationScoped
class RehearseCommand {

    /** What this transaction, and no other, has put into the outbox. */
    private static final String WRITTEN = "select topic, type, sequence, data from outbox where session_id = ?1"
            + " and xmin = cast(pg_current_xact_id() as xid) order by position";

    private final Sessions sessions;
    private final Presences presences;
    private final RehearsalFactory rehearsals;

    RehearseCommand(Sessions sessions, Presences presences, RehearsalFactory rehearsals) {
        this.sessions = sessions;
        this.presences = presences;
        this.rehearsals = rehearsals;
    }

    /** @param command answers the session that it was done to */
    @WithTransaction
    Uni<Rehearsal> rehearse(Supplier<Uni<UUID>> command) {
        return command.get().chain(this::look).call(RehearseCommand::rollBack);
    }

    private Uni<Rehearsal> look(UUID id) {
        return Panache.getSession()
                .call(Mutiny.Session::flush)
                .chain(session -> session.createNativeQuery(WRITTEN, Object[].class)
                        .setParameter(1, id)
                        .getResultList())
                .chain(written -> look(id, written));
    }

    private Uni<Rehearsal> look(UUID id, List<Object[]> written) {
        return sessions.get(id)
                .chain(session -> presences.of(id).map(presence -> rehearsals.of(session, presence, written)));
    }

    private static Uni<Void> rollBack() {
        return Panache.currentTransaction()
                .invoke(Mutiny.Transaction::markForRollback)
                .replaceWithVoid();
    }
}
