package io.parley.session.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.session.model.Owner;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Gives a session to another agent, and tells both; home and settings team stay what they are. */
@ApplicationScoped
class TransferSession {

    private final Sessions sessions;
    private final DatabaseClock clock;

    TransferSession(Sessions sessions, DatabaseClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> transfer(Target target, Owner next, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .map(session -> session.transfer(next, caller.to(Action.TRANSFER, session), clock.instant()))
                .chain(sessions::save);
    }
}
