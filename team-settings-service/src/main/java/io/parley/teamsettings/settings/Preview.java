package io.parley.teamsettings.settings;

import java.util.List;
import java.util.Map;

import io.parley.teamsettings.settings.model.lint.Finding;

/** What a change would bring about: the settings afterwards, what contradicts itself in them, what changes for whom. */
record Preview(
        Map<String, Object> settings, List<Finding> lint, List<Effect> effects, List<Contradicted> contradicted) {

    /** A key whose effective value changes: from what to what where the change is made, and for how many teams. */
    record Effect(String key, Object from, Object to, long teams) {}

    /** A contradiction that the change brings about in teams, and in how many. */
    record Contradicted(String name, long teams) {}
}
