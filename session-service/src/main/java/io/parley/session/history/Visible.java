package io.parley.session.history;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.parley.session.access.Caller;
import io.parley.session.history.SessionQuery.Scope;
import io.parley.session.session.model.Actor.Role;
import io.parley.session.settings.Resolution.HistoryScope;

/**
 * Which sessions a caller finds: all, or their own and those of some home teams.
 *
 * @param all whoever they belong to; then the rest does not count
 * @param teams none for those who find their own only
 */
record Visible(boolean all, String subject, Set<UUID> teams) {

    static Visible to(Caller caller, Scope scope) {
        boolean all = caller.is(Role.SYSTEM) || caller.historyScope() == HistoryScope.ALL;
        boolean team = all || caller.is(Role.SUPERVISOR) || caller.historyScope() == HistoryScope.TEAM;
        if (scope == Scope.mine || !team) {
            return new Visible(false, caller.subject(), Set.of());
        }
        return scope == Scope.team || !all
                ? new Visible(false, caller.subject(), teams(caller))
                : new Visible(true, caller.subject(), Set.of());
    }

    /** A supervisor's reach is the home team; the others come with the history scope. */
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

    boolean ownOnly() {
        return !all && teams.isEmpty();
    }
}
