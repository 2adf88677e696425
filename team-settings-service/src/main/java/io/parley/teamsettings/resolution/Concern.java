package io.parley.teamsettings.resolution;

import java.util.List;
import java.util.stream.Stream;

import io.parley.teamsettings.resolution.model.Facts;
import io.parley.teamsettings.resolution.model.Facts.Team;
import io.parley.teamsettings.resolution.model.Facts.TeamName;

/** What an answer is about: who asked, and the home team, the settings team and the secondary teams. */
record Concern(String subject, List<String> teams) {

    static Concern of(String subject, Facts facts) {
        var homeAndTarget = Stream.of(facts.home(), facts.target()).flatMap(team -> team.map(Team::name).stream());
        return new Concern(
                subject,
                Stream.concat(homeAndTarget, facts.secondaryTeams().stream())
                        .map(TeamName::id)
                        .distinct()
                        .toList());
    }
}
