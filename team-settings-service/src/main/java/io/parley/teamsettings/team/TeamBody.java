package io.parley.teamsettings.team;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What is said of a team. */
record TeamBody(
        @NotNull @Pattern(regexp = NAME, message = "must be one line of 1 to 100 characters")
        String name) {

    private static final String NAME = "(?=.{1,100}$)\\S(\\P{Cntrl}*\\S)?";
}
