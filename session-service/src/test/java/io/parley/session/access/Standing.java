package io.parley.session.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.parley.local.testing.SignedTokens;
import io.parley.session.testing.TeamSettings;

import static io.parley.session.access.Action.END;
import static io.parley.session.access.Action.SEE;
import static io.parley.session.access.Action.TRANSFER;
import static io.parley.session.access.Standing.Team.SALES;
import static io.parley.session.access.Standing.Team.SERVICE;
import static io.parley.session.access.Standing.Team.SUPPORT;

/**
 * How a caller stands to a session of team Sales, and what they may then do to it: the roles of the product's
 * description, written down a second time and from the caller's side, so that {@link AccessMatrix} is not its own
 * witness.
 */
enum Standing {
    THE_OWNER(List.of("agent"), SALES, SALES, "MINE", "[]", EnumSet.allOf(Action.class)),
    THE_OWNER_WHO_IS_A_SUPERVISOR(List.of("supervisor"), SALES, SALES, "MINE", "[]", EnumSet.allOf(Action.class)),
    THE_OWNER_IN_A_BORROWED_SESSION(List.of("agent"), SALES, SUPPORT, "MINE", "[]", EnumSet.allOf(Action.class)),
    THE_OWNER_WHO_HAS_MOVED_TO_ANOTHER_TEAM(
            List.of("agent"), SUPPORT, SALES, "MINE", "[]", EnumSet.allOf(Action.class)),
    A_COLLEAGUE_WHOSE_TEAM_KEEPS_ITS_HISTORY_APART(List.of("agent"), SALES, SALES, "MINE", "[]", nothing()),
    A_COLLEAGUE_WHOSE_TEAM_SHARES_ITS_HISTORY(List.of("agent"), SALES, SALES, "TEAM", "[]", EnumSet.of(SEE)),
    A_COLLEAGUE_WHO_SEES_ALL(List.of("agent"), SALES, SALES, "ALL", "[]", EnumSet.of(SEE)),
    A_COLLEAGUE_OF_A_BORROWER(List.of("agent"), SALES, SUPPORT, "TEAM", "[]", EnumSet.of(SEE)),
    A_SECONDARY_MEMBER_WHOSE_TEAM_KEEPS_ITS_HISTORY_APART(
            List.of("agent"), SERVICE, SALES, "MINE", SALES.listed(), nothing()),
    A_SECONDARY_MEMBER_WHOSE_TEAM_SHARES_ITS_HISTORY(
            List.of("agent"), SERVICE, SALES, "TEAM", SALES.listed(), EnumSet.of(SEE)),
    AN_AGENT_OF_ANOTHER_TEAM(List.of("agent"), SERVICE, SALES, "MINE", "[]", nothing()),
    AN_AGENT_OF_ANOTHER_TEAM_THAT_SHARES_ITS_HISTORY(List.of("agent"), SERVICE, SALES, "TEAM", "[]", nothing()),
    AN_AGENT_OF_ANOTHER_TEAM_WHO_SEES_ALL(List.of("agent"), SERVICE, SALES, "ALL", "[]", EnumSet.of(SEE)),
    AN_AGENT_OF_THE_LENDING_TEAM(List.of("agent"), SUPPORT, SUPPORT, "MINE", "[]", nothing()),
    AN_AGENT_OF_THE_LENDING_TEAM_THAT_SHARES_ITS_HISTORY(List.of("agent"), SUPPORT, SUPPORT, "TEAM", "[]", nothing()),
    A_SUPERVISOR(List.of("supervisor"), SALES, SALES, "MINE", "[]", EnumSet.of(SEE, END, TRANSFER)),
    A_SUPERVISOR_OF_A_BORROWER(List.of("supervisor"), SALES, SUPPORT, "MINE", "[]", EnumSet.of(SEE, END, TRANSFER)),
    A_SUPERVISOR_WHO_IS_AN_AGENT_TOO(
            List.of("supervisor", "agent"), SALES, SALES, "TEAM", "[]", EnumSet.of(SEE, END, TRANSFER)),
    A_SUPERVISOR_OF_ANOTHER_TEAM(List.of("supervisor"), SERVICE, SALES, "MINE", "[]", nothing()),
    A_SUPERVISOR_OF_ANOTHER_TEAM_THAT_SHARES_ITS_HISTORY(
            List.of("supervisor"), SERVICE, SALES, "TEAM", "[]", nothing()),
    A_SUPERVISOR_OF_ANOTHER_TEAM_WHO_SEES_ALL(List.of("supervisor"), SERVICE, SALES, "ALL", "[]", EnumSet.of(SEE)),
    A_SUPERVISOR_OF_THE_LENDING_TEAM(List.of("supervisor"), SUPPORT, SUPPORT, "TEAM", "[]", nothing()),
    A_SUPERVISOR_BY_SECONDARY_TEAM_ONLY(List.of("supervisor"), SERVICE, SALES, "MINE", SALES.listed(), nothing()),
    SOMEBODY_WHOSE_TEAMS_NOBODY_KNOWS(List.of("agent", "supervisor"), null, SALES, "MINE", "[]", nothing()),
    AN_ADMINISTRATOR(List.of("admin"), SALES, SALES, "ALL", "[]", nothing()),
    AN_ADMINISTRATOR_WHO_IS_AN_AGENT_OF_ANOTHER_TEAM(
            List.of("admin", "agent"), SERVICE, SALES, "MINE", "[]", nothing()),
    SOMEBODY_WITHOUT_A_ROLE(List.of(), SALES, SALES, "ALL", "[]", nothing()),
    SOMEBODY_WITH_A_ROLE_THAT_IS_NONE(List.of("Agent", "root"), SALES, SALES, "ALL", "[]", nothing()),
    A_MACHINE(List.of("system"), null, SALES, "MINE", "[]", EnumSet.allOf(Action.class));

    /** Of the example; Support lends to Sales. */
    enum Team {
        SALES(TeamSettings.SALES),
        SUPPORT(TeamSettings.SUPPORT),
        SERVICE("01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b13");

        final String id;

        Team(String id) {
            this.id = id;
        }

        String json() {
            return "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name());
        }

        String listed() {
            return "[" + json() + "]";
        }
    }

    final List<String> roles;
    final Set<Action> allowed;
    /** With whose settings the session runs. */
    final Team settingsTeam;

    private final Team homeTeam;
    private final String scope;
    private final String secondary;

    Standing(
            List<String> roles, Team homeTeam, Team settingsTeam, String scope, String secondary, Set<Action> allowed) {
        this.roles = roles;
        this.homeTeam = homeTeam;
        this.settingsTeam = settingsTeam;
        this.scope = scope;
        this.secondary = secondary;
        this.allowed = allowed;
    }

    private static Set<Action> nothing() {
        return EnumSet.noneOf(Action.class);
    }

    boolean owns() {
        return name().startsWith("THE_OWNER");
    }

    String subject() {
        return "matrix-" + name();
    }

    String token() {
        return SignedTokens.of(subject(), roles);
    }

    /** Makes team-settings-service know the caller; the owner as they stood when their session was started. */
    void introduce(Team team) {
        TeamSettings.change(
                subject(),
                team == null
                        ? "{\"refuse\":\"unknown-member\",\"status\":404}"
                        : "{\"homeTeam\":%s,\"team\":%s,\"historyScope\":\"%s\",\"secondaryTeams\":%s}"
                                .formatted(team.json(), settingsTeam.json(), scope, secondary));
    }

    void introduce() {
        introduce(homeTeam);
    }
}
