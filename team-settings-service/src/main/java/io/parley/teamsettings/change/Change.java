package io.parley.teamsettings.change;

import java.util.List;
import java.util.UUID;

/** One thing that was done; the team is absent when it was done to the whole organisation. */
public record Change(
        Kind kind, UUID team, List<String> keys, List<String> subjects, UUID item, String detail, String reason) {

    /** What was changed; the names are part of the event. */
    public enum Kind {
        TEAM_CREATED,
        TEAM_RENAMED,
        TEAM_DELETED,
        SETTINGS,
        LENDING,
        MEMBERS,
        ASSETS,
        WORKFLOWS,
        /** Drafts take no effect anywhere: on record, but no event. */
        DRAFT
    }

    public static Change ofTeam(Kind kind, UUID team, String detail) {
        return new Change(kind, team, List.of(), List.of(), null, detail, null);
    }

    public static Change ofSettings(Kind kind, UUID team, List<String> keys, String detail, String reason) {
        return new Change(kind, team, keys, List.of(), null, detail, reason);
    }

    public static Change ofMember(UUID team, String subject, String detail) {
        return new Change(Kind.MEMBERS, team, List.of(), List.of(subject), null, detail, null);
    }

    public static Change ofItem(Kind kind, UUID team, UUID item, String detail) {
        return new Change(kind, team, List.of(), List.of(), item, detail, null);
    }

    boolean isTold() {
        return kind != Kind.DRAFT;
    }

    /** Whether sessions of the team start differently after it, whoever starts them. */
    boolean touchesTeam() {
        return team != null && kind != Kind.MEMBERS && isTold();
    }
}
