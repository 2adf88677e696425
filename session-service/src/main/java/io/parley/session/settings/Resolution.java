package io.parley.session.settings;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What team-settings-service answers for a subject and, where one is borrowed, a team.
 *
 * @param revision grows with each change that touches the team
 * @param enterableTeams the home team first, then those that may be borrowed from
 * @param staleAge how old it is, where it is but the last known one; null where it is fresh
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Resolution(
        String hash,
        long revision,
        TeamRef team,
        Settings settings,
        List<LibraryAsset> assets,
        List<LibraryWorkflow> workflows,
        Member subject,
        TeamRef homeTeam,
        List<TeamRef> secondaryTeams,
        List<TeamRef> enterableTeams,
        HistoryScope historyScope,
        @JsonIgnore Duration staleAge) {

    Resolution stale(Duration age) {
        return new Resolution(
                hash,
                revision,
                team,
                settings,
                assets,
                workflows,
                subject,
                homeTeam,
                secondaryTeams,
                enterableTeams,
                historyScope,
                age);
    }

    public Snapshot snapshot() {
        return new Snapshot(hash, team, settings, assets, workflows);
    }

    /** Whose sessions an agent finds in the history. */
    public enum HistoryScope {
        MINE,
        TEAM,
        ALL
    }
}
