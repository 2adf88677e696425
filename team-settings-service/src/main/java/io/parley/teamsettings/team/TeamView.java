package io.parley.teamsettings.team;

import java.time.Instant;
import java.util.UUID;

/** A team as the API shows it. */
record TeamView(UUID id, String name, Instant createdAt) {

    static TeamView of(TeamRow row) {
        return new TeamView(row.id, row.name, row.createdAt);
    }
}
