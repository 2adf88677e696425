package io.parley.session.invitation;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.session.Sessions;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Makes a link for the agent to carry; the timeline says who took one. */
@ApplicationScoped
class CopyLink {

    private final Sessions sessions;
    private final Links links;
    private final DatabaseClock clock;

    CopyLink(Sessions sessions, Links links, DatabaseClock clock) {
        this.sessions = sessions;
        this.links = links;
        this.clock = clock;
    }

    @WithTransaction
    Uni<CopiedLink> copy(Target target, Caller caller) {
        var link = links.mint(target.id());
        return sessions.getForUpdate(target, caller)
                .map(session -> session.issueLink(link, caller.to(Action.COPY_LINK, session), clock.instant()))
                .chain(sessions::save)
                .map(session -> CopiedLink.of(link, session));
    }
}
