package io.parley.session.asset;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.session.ContentFactory;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.AgentSide;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.view.Target;
import io.parley.session.settings.Snapshots;
import io.parley.session.timer.DatabaseClock;

/** Puts assets of the pinned settings into a session, and takes them out. */
@ApplicationScoped
class ChangeAssets {

    private final Sessions sessions;
    private final Snapshots snapshots;
    private final ContentFactory contents;
    private final DatabaseClock clock;

    ChangeAssets(Sessions sessions, Snapshots snapshots, ContentFactory contents, DatabaseClock clock) {
        this.sessions = sessions;
        this.snapshots = snapshots;
        this.contents = contents;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> add(Target target, UUID asset, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .invoke(session -> caller.to(Action.CHANGE, session))
                .chain(session -> fromLibrary(asset, session)
                        .map(added -> AgentSide.of(session, caller.to(Action.CHANGE, session), clock.instant())
                                .addAsset(added)))
                .chain(sessions::save);
    }

    @WithTransaction
    Uni<Session> remove(Target target, UUID asset, Caller caller) {
        return sessions.getForUpdate(target, caller)
                .map(session -> AgentSide.of(session, caller.to(Action.CHANGE, session), clock.instant())
                        .removeAsset(asset))
                .chain(sessions::save);
    }

    private Uni<SessionAsset> fromLibrary(UUID asset, Session session) {
        return snapshots.pinned(session.origin().settings().hash()).map(snapshot -> contents.asset(asset, snapshot)
                .orElseThrow(() -> Problem.invalid("/asset", "is not in the settings team's library")));
    }
}
