package io.parley.teamsettings.settings.revision;

import java.time.Instant;
import java.util.Map;

import io.parley.teamsettings.settings.model.Nested;

/** A revision as the API shows it: who, when, why, and all that was set after it. */
public record RevisionView(
        long revision, Instant at, String author, String reason, Long restores, Map<String, Object> own) {

    public static RevisionView of(RevisionRow row, Map<String, Object> own) {
        return new RevisionView(row.revision, row.at, row.author, row.reason, row.restores, Nested.of(own));
    }
}
