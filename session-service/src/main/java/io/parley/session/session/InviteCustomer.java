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

/** Invites the customer of a planned session. */
@ApplicationScoped
class InviteCustomer {

    private final Sessions sessions;
    private final Links links;
    private final OpenSessions open;
    private final DatabaseClock clock;

    InviteCustomer(Sessions sessions, Links links, OpenSessions open, DatabaseClock clock) {
        this.sessions = sessions;
        this.links = links;
        this.open = open;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> invite(Target target, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .map(session ->
                        session.invite(links.mint(session.id()), caller.to(Action.INVITE, session), clock.instant()))
                .call(open::requireNoOther)
                .chain(sessions::save);
    }
}
