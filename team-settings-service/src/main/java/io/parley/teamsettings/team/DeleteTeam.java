package io.parley.teamsettings.team;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.Tag;

/** Removes a team that has no members; its settings go, their revisions and all snapshots stay. */
@ApplicationScoped
class DeleteTeam {

    private final Changes changes;
    private final Teams teams;

    DeleteTeam(Changes changes, Teams teams) {
        this.changes = changes;
        this.teams = teams;
    }

    @WithTransaction
    Uni<Void> delete(UUID id, String ifMatch) {
        return changes.next().chain(moment -> teams.get(id)
                .invoke(team -> new Tag(team.edited).allow(ifMatch))
                .call(team -> teams.countMembers(id).invoke(DeleteTeam::requireNone))
                .chain(team -> remove(team, moment)));
    }

    private Uni<Void> remove(TeamRow team, Moment moment) {
        return teams.delete(team)
                .chain(() -> changes.tell(moment, Change.ofTeam(Change.Kind.TEAM_DELETED, team.id, team.name)))
                .chain(() -> sweep("delete from setting where scope = ?1", team))
                .chain(() -> sweep("update asset set teams = array_remove(teams, ?1) where ?1 = any(teams)", team))
                .chain(() -> sweep("update workflow set teams = array_remove(teams, ?1) where ?1 = any(teams)", team));
    }

    private static Uni<Void> sweep(String sql, TeamRow team) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(sql).setParameter(1, team.id).executeUpdate())
                .replaceWithVoid();
    }

    private static void requireNone(long members) {
        if (members > 0) {
            throw new Problem(ProblemType.TEAM_HAS_MEMBERS, "The team has members: " + members);
        }
    }
}
