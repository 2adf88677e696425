package io.parley.session.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Changes what other systems find a session by. */
@ApplicationScoped
class LabelSession {

    private final Sessions sessions;
    private final DatabaseClock clock;

    LabelSession(Sessions sessions, DatabaseClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> label(Target target, LabelPatch patch, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .map(session -> session.label(
                        patch.applyTo(session.labels()), caller.to(Action.CHANGE, session), clock.instant()))
                .chain(sessions::save);
    }
}
