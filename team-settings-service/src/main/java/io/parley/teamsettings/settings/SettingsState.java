package io.parley.teamsettings.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.teamsettings.settings.model.Effective;
import io.parley.teamsettings.settings.model.Own;
import io.parley.teamsettings.settings.model.lint.Circumstances;
import io.parley.teamsettings.settings.model.lint.Finding;
import io.parley.teamsettings.settings.model.lint.Lint;

/**
 * The settings of one scope at a moment: its own, those that it inherits, and the revision of the newest of both.
 *
 * @param hasUploadSteps whether workflows that are in use there ask customers for documents
 */
record SettingsState(UUID scope, String teamName, Own organisation, Own own, long revision, boolean hasUploadSteps) {

    Effective effective() {
        return scope.equals(Scope.ORGANISATION)
                ? Effective.ofOrganisation(own)
                : Effective.ofTeam(teamName, organisation, own);
    }

    /** As it would be after changes that nobody has made yet. */
    SettingsState with(Map<String, Object> changes) {
        return new SettingsState(scope, teamName, organisation, own.with(changes), revision, hasUploadSteps);
    }

    SettingsState at(long newer) {
        return new SettingsState(scope, teamName, organisation, own, newer, hasUploadSteps);
    }

    List<Finding> lint(Instant now) {
        return Lint.of(effective(), around(now));
    }

    Circumstances around(Instant now) {
        return new Circumstances(now, hasUploadSteps);
    }

    boolean isOfTeam() {
        return !scope.equals(Scope.ORGANISATION);
    }

    /** The settings of this team as they would be after a change of its own level, or of the organisation's. */
    SettingsState afterChangeOf(SettingsState changed, Map<String, Object> changes) {
        return changed.isOfTeam()
                ? with(changes)
                : new SettingsState(scope, teamName, organisation.with(changes), own, revision, hasUploadSteps);
    }
}
