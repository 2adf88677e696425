package io.parley.teamsettings.settings.model;

/** Where an effective value comes from. */
public enum Level {
    DEFAULT,
    ORGANISATION,
    TEAM
}
