package io.parley.teamsettings.settings.model;

import io.parley.teamsettings.settings.model.type.ValueType;

/** One setting: its dotted name, the values that it takes, and its value where nobody has set one. */
public record SettingKey(String name, ValueType type, Default byDefault, String meaning) {

    /** What a setting is where nobody has set it; may follow from the settings before it in the catalogue. */
    @FunctionalInterface
    public interface Default {
        Object value(String teamName, SettingsSoFar settings);
    }

    /** The effective values of the keys that stand before. */
    @FunctionalInterface
    public interface SettingsSoFar {
        Object get(String key);
    }

    /** The JSON pointer of the setting in a document of settings. */
    public String pointer() {
        return "/" + name.replace('.', '/');
    }
}
