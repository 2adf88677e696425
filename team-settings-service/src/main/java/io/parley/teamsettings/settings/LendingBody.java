package io.parley.teamsettings.settings;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotNull;

import io.parley.teamsettings.settings.model.SettingsPatch;

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
}
