package io.parley.session.starting;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.session.OpenSessions;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.Session;

/** Starts a session where the settings look at those that the owner has open: to continue one, or to have only one. */
@ApplicationScoped
class StartAmongOpenSessions {

    private final Sessions sessions;
    private final OpenSessions open;

    StartAmongOpenSessions(Sessions sessions, OpenSessions open) {
        this.sessions = sessions;
        this.open = open;
    }

    @WithTransaction
    Uni<Started> start(Session session) {
        return continued(session)
                .onItem()
                .ifNotNull()
                .transform(existing -> new Started(existing, false))
                .onItem()
                .ifNull()
                .switchTo(() -> startAnother(session));
    }

    private Uni<Session> continued(Session session) {
        var policy = session.origin().policy();
        var contact = session.customer().contact(policy);
        return policy.continueContact() && contact != null
                ? open.withContact(session.owner().subject(), contact)
                : Uni.createFrom().nullItem();
    }

    private Uni<Started> startAnother(Session session) {
        return open.requireNoOther(session).chain(() -> sessions.add(session)).map(added -> new Started(added, true));
    }
}
