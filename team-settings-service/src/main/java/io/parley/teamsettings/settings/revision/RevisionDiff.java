package io.parley.teamsettings.settings.revision;

import java.util.List;
import java.util.Map;

import io.parley.teamsettings.settings.model.SettingsPatch;

/** What is set differently in two revisions. */
public record RevisionDiff(long from, long to, List<Change> changes) {

    /** A setting in both; absent where it was inherited. */
    public record Change(String key, Object from, Object to) {}

    public static RevisionDiff of(long from, Map<String, Object> before, long to, Map<String, Object> after) {
        var changes = SettingsPatch.between(before, after).byKey().keySet().stream()
                .map(key -> new Change(key, before.get(key), after.get(key)))
                .toList();
        return new RevisionDiff(from, to, changes);
    }
}
