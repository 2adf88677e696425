package io.parley.session.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.session.model.Session;
import io.parley.session.timer.DatabaseClock;

/** Reads a session for those who may see it, with whatever its clocks have done by now. */
@ApplicationScoped
public class ReadSession {

    private final Sessions sessions;
    private final DatabaseClock clock;

    ReadSession(Sessions sessions, DatabaseClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @WithSession
    public Uni<Session> read(UUID id, Caller caller) {
        return sessions.get(id)
                .invoke(session -> caller.to(Action.SEE, session))
                .map(session -> session.elapse(clock.instant()));
    }
}
