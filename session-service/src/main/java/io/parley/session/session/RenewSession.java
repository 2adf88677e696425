package io.parley.session.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.invitation.Links;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Restores an ended session to what it was; tells the customer unless told otherwise. */
@ApplicationScoped
class RenewSession {

    private final Sessions sessions;
    private final Links links;
    private final OpenSessions open;
    private final DatabaseClock clock;

    RenewSession(Sessions sessions, Links links, OpenSessions open, DatabaseClock clock) {
        this.sessions = sessions;
        this.links = links;
        this.open = open;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> renew(Target target, boolean tell, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .map(session -> session.renew(
                        tell, links.mint(session.id()), caller.to(Action.RENEW, session), clock.instant()))
                .call(open::requireNoOther)
                .chain(sessions::save);
    }
}
