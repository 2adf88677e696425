package io.parley.teamsettings.team;

import java.util.UUID;

/** A team where another thing speaks of it. */
public record TeamReference(UUID id, String name) {

    public static TeamReference of(TeamRow row) {
        return new TeamReference(row.id, row.name);
    }
}
