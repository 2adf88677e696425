package io.parley.session.history;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.access.Caller;
import io.parley.session.session.model.Session;

/**
 * Notes which version of a session its owner has seen. Neither version nor sequence change by it; it holds nobody up, and
 * nobody's reading fails by it (docs/adr/0016).
 */
@ApplicationScoped
public class SeenSessions {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final String NOTE = "update session set seen_version = $2 where id = $1 and owner = $3"
            + " and seen_version < $2 and customer_version > seen_version";

    private final Pool pool;

    SeenSessions(Pool pool) {
        this.pool = pool;
    }

    /** Writes only where the owner looks at what is new. */
    public Uni<Void> note(Session session, Caller caller) {
        if (!session.journal().updated() || !session.owner().subject().equals(caller.subject())) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(session.id(), session.journal().version(), caller.subject()))
                .replaceWithVoid()
                .ifNoItem()
                .after(LONGEST_WAIT)
                .fail()
                .onFailure()
                .invoke(failure -> Log.debugf(
                        "A look was not noted, the next one will be: sessionId=%s error=%s",
                        session.id(), failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }
}
