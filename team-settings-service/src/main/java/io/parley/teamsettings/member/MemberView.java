package io.parley.teamsettings.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.teamsettings.team.TeamReference;

/** A member as the API shows it. */
record MemberView(
        String subject, String name, String email, TeamReference homeTeam, List<TeamReference> secondaryTeams) {

    static MemberView of(MemberRow row, Map<UUID, TeamReference> teams) {
        return new MemberView(
                row.subject,
                row.name,
                row.email,
                teams.get(row.mainTeam),
                row.secondaryTeams.stream().map(teams::get).toList());
    }
}
