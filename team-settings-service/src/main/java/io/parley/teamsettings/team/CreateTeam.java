package io.parley.teamsettings.team;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;

/** Makes a new team, which inherits everything and has nobody in it. */
@ApplicationScoped
class CreateTeam {

    private final Changes changes;
    private final Teams teams;

    CreateTeam(Changes changes, Teams teams) {
        this.changes = changes;
        this.teams = teams;
    }

    @WithTransaction
    Uni<TeamRow> create(String name) {
        return changes.next().chain(moment -> create(newTeam(name, moment), moment));
    }

    private Uni<TeamRow> create(TeamRow team, Moment moment) {
        return teams.requireFree(team.name, team.id)
                .chain(() -> teams.persistAndFlush(team))
                .call(() -> changes.tell(moment, Change.ofTeam(Change.Kind.TEAM_CREATED, team.id, team.name)));
    }

    private static TeamRow newTeam(String name, Moment moment) {
        var team = new TeamRow();
        team.id = Generators.timeBasedEpochGenerator().generate();
        team.name = name;
        team.edited = moment.revision();
        team.revision = moment.revision();
        team.createdAt = moment.at();
        return team;
    }
}
