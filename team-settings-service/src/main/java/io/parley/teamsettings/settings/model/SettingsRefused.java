package io.parley.teamsettings.settings.model;

import java.util.List;

/** A patch would set what no setting is, or a value that its setting does not take; says all of it at once. */
public final class SettingsRefused extends RuntimeException {

    private final transient List<Violation> violations;

    public SettingsRefused(List<Violation> violations) {
        super("not settings: " + violations.size(), null, false, false);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
