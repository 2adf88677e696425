package io.parley.session.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.parley.session.access.Caller;
import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;
import io.parley.session.presence.Presence;
import io.parley.session.presence.Presences;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.SessionView;
import io.parley.session.timer.DatabaseClock;

/** Finds sessions that the caller may see, newest first, in the state that they have now. */
@ApplicationScoped
public class SearchSessions {

    private final Sessions sessions;
    private final Presences presences;
    private final DatabaseClock clock;

    SearchSessions(Sessions sessions, Presences presences, DatabaseClock clock) {
        this.sessions = sessions;
        this.presences = presences;
        this.clock = clock;
    }

    Uni<ListPart<SessionView>> search(SessionQuery query, Caller caller) {
        return search(query, caller, query.cursor, query.limit);
    }

    /**
     * A part of the list; it lacks those whose clocks, due and not yet struck, have made them what is not asked for.
     *
     * @param cursor after which to go on; null for the newest
     */
    public Uni<ListPart<SessionView>> search(SessionQuery query, Caller caller, String cursor, int limit) {
        query.requireTimes();
        var now = clock.instant();
        var text = query.q == null ? null : SearchText.read(query.q, caller.region());
        var visible = Visible.to(caller, query.scope);
        // One more than asked for tells whether there is a next part.
        var statement = new SearchStatement(query, text, visible, Cursor.id(cursor), now, limit + 1);
        return sessions.search(statement.sql(), statement.statement().tuple()).chain(found -> presences
                .of(found.stream().map(Session::id).toList())
                .map(present -> part(found, query, limit, now, present)));
    }

    private static ListPart<SessionView> part(
            List<Session> found, SessionQuery query, int limit, Instant now, Map<UUID, Presence> present) {
        var part = ListPart.of(found, limit, session -> session.elapse(now), session -> Cursor.after(session.id()));
        return new ListPart<>(
                part.items().stream()
                        .filter(query::takes)
                        .map(session -> SessionView.of(session, present.getOrDefault(session.id(), Presence.NOBODY)))
                        .toList(),
                part.nextCursor());
    }
}
