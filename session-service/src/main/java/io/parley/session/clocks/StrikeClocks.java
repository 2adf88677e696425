package io.parley.session.clocks;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.parley.session.outbox.RelayLoop;

/**
 * Lets the clocks strike that are due, those first that fell due first. A replica claims rows by their locks, which
 * are gone with it when it dies; the database decides what is due.
 */
@ApplicationScoped
class StrikeClocks {

    private final DueSessions sessions;
    private final RelayLoop relay;
    private final ClocksConfig config;

    StrikeClocks(DueSessions sessions, RelayLoop relay, ClocksConfig config) {
        this.sessions = sessions;
        this.relay = relay;
        this.config = config;
    }

    /** Strikes for one batch of sessions; answers whether there may be more. */
    Uni<Boolean> strike() {
        return sessions.strike(config.batch()).map(this::struck);
    }

    private boolean struck(int count) {
        if (count > 0) {
            relay.wake();
        }
        return count == config.batch();
    }
}
