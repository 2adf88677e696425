package io.parley.teamsettings.team;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.rest.Tag;

/** Gives a team another name; its id stays. */
@ApplicationScoped
class RenameTeam {

    private final Changes changes;
    private final Teams teams;

    RenameTeam(Changes changes, Teams teams) {
        this.changes = changes;
        this.teams = teams;
    }

    @WithTransaction
    Uni<TeamRow> rename(UUID id, String name, String ifMatch) {
        return changes.next().chain(moment -> teams.get(id)
                .invoke(team -> new Tag(team.edited).require(ifMatch))
                .call(team -> teams.requireFree(name, id))
                .invoke(team -> rename(team, name, moment))
                .call(team -> changes.tell(moment, Change.ofTeam(Change.Kind.TEAM_RENAMED, id, name))));
    }

    private static void rename(TeamRow team, String name, Moment moment) {
        team.name = name;
        team.edited = moment.revision();
    }
}
