package io.parley.session.settings;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What team-settings-service answers for a subject and, where one is borrowed, a team.
 *
 * @param revision grows with each change that touches the team
 * @param enterableTeams the home team first, then those that may be borrowed from
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
        HistoryScope historyScope) {

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
