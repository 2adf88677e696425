package io.parley.session.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Ends a session; what the customer may still do is frozen with it. */
@ApplicationScoped
class EndSession {

    private final Sessions sessions;
    private final DatabaseClock clock;

    EndSession(Sessions sessions, DatabaseClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> end(Target target, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .map(session -> session.end(caller.to(Action.END, session), clock.instant()))
                .chain(sessions::save);
    }
}
