package io.parley.session.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.invitation.Links;
import io.parley.session.limit.Limits;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Sends a new link to the same contact; the old one is superseded. */
@ApplicationScoped
class ResendInvitation {

    private final Sessions sessions;
    private final Links links;
    private final DatabaseClock clock;
    private final Limits limits;

    ResendInvitation(Sessions sessions, Links links, DatabaseClock clock, Limits limits) {
        this.sessions = sessions;
        this.links = links;
        this.clock = clock;
        this.limits = limits;
    }

    @WithTransaction
    Uni<Session> resend(Target target, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .map(session ->
                        session.resend(links.mint(session.id()), caller.to(Action.INVITE, session), clock.instant()))
                .call(session -> limits.resent(session, caller))
                .chain(sessions::save);
    }
}
