package io.parley.teamsettings.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.parley.teamsettings.team.TeamReference;

/**
 * A member as the API shows it.
 *
 * @param homeTeam the main team once more, under the name that it had here before
 */
record MemberView(
        String subject,
        String name,
        String email,
        TeamReference mainTeam,
        @Schema(deprecated = true) TeamReference homeTeam,
        List<TeamReference> secondaryTeams) {

    static MemberView of(MemberRow row, Map<UUID, TeamReference> teams) {
        return new MemberView(
                row.subject,
                row.name,
                row.email,
                teams.get(row.mainTeam),
                teams.get(row.mainTeam),
                row.secondaryTeams.stream().map(teams::get).toList());
    }
}
