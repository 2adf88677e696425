package io.parley.teamsettings.settings.model.lint;

import java.util.List;

import io.parley.teamsettings.settings.model.lint.Contradiction.Severity;

/** A contradiction that was found in settings. */
public record Finding(String name, Severity severity, List<String> keys, String explanation) {

    public boolean isRefused() {
        return severity == Severity.REFUSED;
    }
}
