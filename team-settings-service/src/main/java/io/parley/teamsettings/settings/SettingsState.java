package io.parley.teamsettings.settings;

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
}
