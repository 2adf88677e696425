package io.parley.teamsettings.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.settings.model.Catalogue;
import io.parley.teamsettings.settings.model.Own;
import io.parley.teamsettings.settings.revision.Revisions;
import io.parley.teamsettings.team.TeamRow;
import io.parley.teamsettings.team.Teams;

/** Finds the settings of organisation and teams as they are now. */
@ApplicationScoped
class SettingsStates {

    private final OwnSettings own;
    private final Revisions revisions;
    private final Teams teams;
    private final UploadSteps uploads;

    SettingsStates(OwnSettings own, Revisions revisions, Teams teams, UploadSteps uploads) {
        this.own = own;
        this.revisions = revisions;
        this.teams = teams;
        this.uploads = uploads;
    }

    Uni<SettingsState> get(UUID scope) {
        return scope.equals(Scope.ORGANISATION)
                ? ofOrganisation()
                : teams.get(scope).chain(this::ofTeam);
    }

    /** Of all teams at once; the revision is not filled in. */
    Uni<List<SettingsState>> ofAllTeams() {
        return own.ofAll().chain(byScope -> uploads.ofAll().chain(asking -> teams.listAll()
                .map(all ->
                        all.stream().map(team -> state(team, byScope, asking)).toList())));
    }

    private static SettingsState state(TeamRow team, Map<UUID, Own> byScope, Set<UUID> asking) {
        return new SettingsState(
                team.id(),
                team.name(),
                byScope.getOrDefault(Scope.ORGANISATION, Own.NOTHING),
                byScope.getOrDefault(team.id(), Own.NOTHING),
                0,
                asking.contains(team.id()));
    }

    private Uni<SettingsState> ofOrganisation() {
        return own.of(Scope.ORGANISATION).chain(values -> revisions
                .newest(Scope.ORGANISATION)
                .map(newest -> new SettingsState(
                        Scope.ORGANISATION, Catalogue.ORGANISATION_NAME, Own.NOTHING, values, newest, false)));
    }

    private Uni<SettingsState> ofTeam(TeamRow team) {
        return ofOrganisation().chain(organisation -> own.of(team.id()).chain(values -> uploads.of(team.id())
                .chain(asks ->
                        revisions.newest(team.id()).map(newest -> state(team, organisation, values, newest, asks)))));
    }

    private static SettingsState state(
            TeamRow team, SettingsState organisation, Own values, long newest, boolean asks) {
        var revision = Math.max(newest, Math.max(organisation.revision(), team.edited()));
        return new SettingsState(team.id(), team.name(), organisation.own(), values, revision, asks);
    }
}
