package io.parley.teamsettings.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Data of parley.team-settings.changed.v1. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ChangedEvent(
        Scope scope,
        UUID team,
        long revision,
        Change.Kind change,
        List<String> keys,
        List<String> subjects,
        String actor,
        Instant at) {

    enum Scope {
        ORGANISATION,
        TEAM
    }

    static ChangedEvent of(Moment moment, Change change) {
        return new ChangedEvent(
                change.team() == null ? Scope.ORGANISATION : Scope.TEAM,
                change.team(),
                moment.revision(),
                change.kind(),
                change.keys(),
                change.subjects(),
                moment.author(),
                moment.at());
    }

    String key() {
        return team == null ? "organisation" : team.toString();
    }
}
