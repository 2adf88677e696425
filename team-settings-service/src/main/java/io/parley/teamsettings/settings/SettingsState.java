package io.parley.teamsettings.settings;

import java.util.Map;
import java.util.UUID;

import io.parley.teamsettings.settings.model.Effective;
import io.parley.teamsettings.settings.model.Own;

/** The settings of one scope at a moment: its own, those that it inherits, and the revision of the newest of both. */
record SettingsState(UUID scope, String teamName, Own organisation, Own own, long revision) {

    Effective effective() {
        return scope.equals(Scope.ORGANISATION)
                ? Effective.ofOrganisation(own)
                : Effective.ofTeam(teamName, organisation, own);
    }

    /** As it would be after changes that nobody has made yet. */
    SettingsState with(Map<String, Object> changes) {
        return new SettingsState(scope, teamName, organisation, own.with(changes), revision);
    }

    boolean isOfTeam() {
        return !scope.equals(Scope.ORGANISATION);
    }

    /** The settings of this team as they would be after a change of its own level, or of the organisation's. */
    SettingsState afterChangeOf(SettingsState changed, Map<String, Object> changes) {
        return changed.isOfTeam()
                ? with(changes)
                : new SettingsState(scope, teamName, organisation.with(changes), own, revision);
    }
}
