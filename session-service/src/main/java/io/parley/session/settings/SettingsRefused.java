package io.parley.session.settings;

import java.util.Locale;

/** team-settings-service said no: an unknown member or team, or one of the two sides of borrowing. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SettingsRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Its problem types, as far as they are about a resolution. */
    public enum Reason {
        UNKNOWN_MEMBER,
        UNKNOWN_TEAM,
        BORROWING_NOT_ALLOWED,
        LENDING_NOT_ALLOWED;

        String problem() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
