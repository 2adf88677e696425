package io.parley.session.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.timer.DatabaseClock;

/** Who is there, in all sessions; the database's clock decides. */
@ApplicationScoped
public class Presences implements PanacheRepositoryBase<PresenceRow, PresenceRow.Key> {

    private final DatabaseClock clock;

    Presences(DatabaseClock clock) {
        this.clock = clock;
    }

    /** Joins the caller's session, where there is one. */
    @WithSession
    public Uni<Presence> of(UUID session) {
        return of(List.of(session)).map(all -> all.getOrDefault(session, Presence.NOBODY));
    }

    /** Sessions in which nobody has ever been are not in the answer. */
    @WithSession
    public Uni<Map<UUID, Presence>> of(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : list("sessionId in ?1", sessions).map(this::read);
    }

    /** When the customer was there last, by a stream that was open: now for one who is; null for one who never was. */
    @WithSession
    public Uni<Instant> customerLastSeen(UUID session) {
        return of(session)
                .map(Presence::customer)
                .map(customer -> customer.state() == Seen.State.ONLINE ? clock.instant() : customer.since());
    }

    private Map<UUID, Presence> read(List<PresenceRow> rows) {
        var now = clock.instant();
        var all = new HashMap<UUID, Presence>();
        rows.forEach(row -> all.merge(row.sessionId, Presence.of(row.side, row.seen(now)), Presence::and));
        return all;
    }
}
