package io.parley.session.settings;

/** team-settings-service is away, and what was last known is too old or was never known. */
public final class SettingsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsUnavailable(Throwable cause) {
        super("no settings that are fresh enough", cause);
    }
}
