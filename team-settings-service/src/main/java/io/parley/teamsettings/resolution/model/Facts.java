package io.parley.teamsettings.resolution.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.parley.teamsettings.settings.model.Effective;
import io.parley.teamsettings.settings.model.LendingRule;
import io.parley.teamsettings.settings.model.Own;

/** All that a resolution depends on, as it was at one moment; absent is who or what there is not. */
public record Facts(
        long clock,
        Instant now,
        Level organisation,
        Optional<Person> person,
        Optional<Team> home,
        Optional<Team> target,
        List<TeamName> secondaryTeams,
        List<Lender> lenders,
        List<Map<String, Object>> assets,
        List<Map<String, Object>> workflows) {

    /** Own settings, and the revision of the newest change. */
    public record Level(Own own, long revision) {}

    public record Person(String subject, String name, String email) {}

    public record TeamName(String id, String name) {}

    public record Team(TeamName name, Level level) {}

    /** A team that lends to somebody, and to whom. */
    public record Lender(TeamName name, LendingRule rule) {}

    Effective settingsOf(Team team) {
        return Effective.ofTeam(
                team.name().name(), organisation.own(), team.level().own());
    }
}
