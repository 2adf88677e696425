package io.parley.teamsettings.member;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is said of a member. */
record MemberBody(
        @NotNull
        @Pattern(regexp = "(?=.{1,200}$)\\S(\\P{Cntrl}*\\S)?", message = "must be one line of 1 to 200 characters")
        String name,

        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,8}",
                message = "must be an email address")
        String email,

        @NotNull UUID mainTeam,
        @Size(max = 100) List<@NotNull UUID> secondaryTeams) {

    /** The secondary teams, each once, without the main team. */
    List<UUID> others() {
        return secondaryTeams == null
                ? List.of()
                : secondaryTeams.stream()
                        .distinct()
                        .filter(team -> !team.equals(mainTeam))
                        .toList();
    }
}
