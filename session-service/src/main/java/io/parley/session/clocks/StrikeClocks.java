package io.parley.session.clocks;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.parley.session.session.Sessions;
import io.parley.session.timer.DatabaseClock;

/**
 * Lets the clocks strike that are due, those first that fell due first. A replica claims rows by their locks, which
 * are gone with it when it dies; the database decides what is due.
 */
@ApplicationScoped
class StrikeClocks {

    private final Sessions sessions;
    private final DatabaseClock clock;
    private final ClocksConfig config;

    StrikeClocks(Sessions sessions, DatabaseClock clock, ClocksConfig config) {
        this.sessions = sessions;
        this.clock = clock;
        this.config = config;
    }

    /** Strikes for one batch of sessions; answers whether there may be more. */
    @WithTransaction
    Uni<Boolean> strike() {
        return sessions.claimDue(config.batch()).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(session -> sessions.save(session.elapse(clock.instant())))
                .collect()
                .with(Collectors.counting())
                .map(struck -> struck == config.batch()));
    }
}
