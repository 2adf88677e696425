package io.parley.teamsettings.settings;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotNull;

import io.parley.teamsettings.settings.model.SettingsPatch;
import io.parley.teamsettings.settings.model.SettingsRefused;
import io.parley.teamsettings.settings.model.Violation;

/** To which teams a team lends; a team by its id, or as {team, until} where the leave ends by itself. */
record LendingBody(@NotNull String mode, List<Object> teams) {

    SettingsPatch patch() {
        var grants = teams == null ? List.of() : teams;
        return SettingsPatch.of(Map.of("lending", Map.of("to", Map.of("mode", mode, "teams", grants))));
    }

    static Object of(SettingsState state) {
        var effective = state.effective();
        return new LendingBody((String) effective.value("lending.to.mode"), List.copyOf((List<?>)
                effective.value("lending.to.teams")));
    }

    /** A refusal of the setting as one of this body. */
    static SettingsRefused ofBody(SettingsRefused refused) {
        return new SettingsRefused(refused.violations().stream()
                .map(violation ->
                        new Violation(violation.pointer().replaceFirst("^/lending/to", ""), violation.detail()))
                .toList());
    }
}
