package io.parley.session.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Caller;
import io.parley.session.history.SessionQuery.Scope;
import io.parley.session.presence.Presences;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.Actor.Role;
import io.parley.session.session.model.Session;
import io.parley.session.settings.Resolution.HistoryScope;
import io.parley.session.timer.DatabaseClock;

/** Finds sessions that the caller may see, newest first. */
@ApplicationScoped
class SearchSessions {

    private final Sessions sessions;
    private final Presences presences;
    private final DatabaseClock clock;

    SearchSessions(Sessions sessions, Presences presences, DatabaseClock clock) {
        this.sessions = sessions;
        this.presences = presences;
        this.clock = clock;
    }

    @WithSession
    Uni<SessionPage> search(SessionQuery query, Caller caller) {
        var where = new Where();
        visibleTo(caller, query, where);
        filter(query, where);
        // One more than asked for tells whether there is a next page.
        return sessions.search(where.hql(), where.values, query.limit + 1).chain(found -> presences
                .of(found.stream().map(Session::id).toList())
                .map(present -> SessionPage.of(found, query.limit, clock.instant(), present)));
    }

    private static void visibleTo(Caller caller, SessionQuery query, Where where) {
        boolean sees = caller.is(Role.SYSTEM) || caller.historyScope() == HistoryScope.ALL;
        boolean team = caller.is(Role.SUPERVISOR) || caller.historyScope() == HistoryScope.TEAM;
        if (query.scope == Scope.mine || !sees && !team) {
            where.and("owner = :caller", "caller", caller.subject());
        } else if (query.scope == Scope.team || !sees) {
            where.and("(owner = :caller or homeTeam in :teams)", "caller", caller.subject());
            where.values.put("teams", teams(caller));
        }
    }

    private static Set<UUID> teams(Caller caller) {
        var teams = new HashSet<UUID>();
        if (caller.homeTeam() != null) {
            teams.add(caller.homeTeam());
        }
        if (caller.historyScope() != HistoryScope.MINE) {
            teams.addAll(caller.secondaryTeams());
        }
        return teams;
    }

    private static void filter(SessionQuery query, Where where) {
        if (query.state != null && !query.state.isEmpty()) {
            where.and("state in :states", "states", query.state);
        }
        where.andIfGiven("settingsTeam = :settingsTeam", "settingsTeam", query.settingsTeam);
        where.andIfGiven("homeTeam = :homeTeam", "homeTeam", query.homeTeam);
        where.andIfGiven("owner = :owner", "owner", query.owner);
        where.andIfGiven("createdAt >= :from", "from", query.from);
        where.andIfGiven("createdAt < :to", "to", query.to);
        where.andIfGiven("id < :cursor", "cursor", query.cursor);
        if (query.q != null) {
            var text = query.q.strip().toLowerCase(Locale.ROOT);
            where.and(
                    "(lower(customerName) like :name escape '!' or email = :text or phone = :phone or externalId = :q)",
                    "name",
                    text.replaceAll("[!%_]", "!$0") + "%");
            where.values.putAll(Map.of("text", text, "phone", text.replaceAll("[ ()/.-]", ""), "q", query.q));
        }
    }

    /** Conditions that must all hold. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        void andIfGiven(String condition, String name, Object value) {
            if (value != null) {
                and(condition, name, value);
            }
        }

        String hql() {
            return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
        }
    }
}
