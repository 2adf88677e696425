package io.parley.session.settings.hearing;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What parley.team-settings.changed.v1 tells, as far as it matters here.
 *
 * @param team null for the organisation
 * @param change what was changed; more words may come than are known here
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Changed(UUID team, long revision, String change, List<String> keys, List<String> subjects) {

    private static final Set<String> OF_THE_TEAM = Set.of("SETTINGS", "ASSETS", "WORKFLOWS");

    boolean isOfMembers() {
        return "MEMBERS".equals(change) && subjects != null && !subjects.isEmpty();
    }

    /** Whose settings may be borrowed, and how they are called, is in every answer; so only the rest is a team's own. */
    boolean isOfTheTeamAlone() {
        return team != null && OF_THE_TEAM.contains(change) && !isOfLending();
    }

    private boolean isOfLending() {
        return keys != null && keys.stream().anyMatch(key -> key.startsWith("lending."));
    }
}
