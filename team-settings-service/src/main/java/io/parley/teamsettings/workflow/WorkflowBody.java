package io.parley.teamsettings.workflow;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.settings.model.type.TimeSpan;
import io.parley.teamsettings.settings.model.type.ValueRefused;

/** What is said of a workflow; without an expiry it never expires. */
record WorkflowBody(
        UUID team,
        @Size(max = 1000) List<@NotNull UUID> teams,

        @NotNull
        @Pattern(regexp = "(?=.{1,200}$)\\S(\\P{Cntrl}*\\S)?", message = "must be one line of 1 to 200 characters")
        String name,

        @Size(max = 40) String expiresAfter,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid StepBody> steps) {

    private static final TimeSpan EXPIRY = TimeSpan.orNever(Duration.ofDays(3650));

    /** Refuses a workflow of no team, an expiry that is none, and steps that cannot be told apart. */
    WorkflowBody valid() {
        if (allTeams().isEmpty()) {
            throw Problem.invalid("/team", "must be given");
        }
        return new WorkflowBody(team, teams, name, expiry(), namedSteps());
    }

    Set<UUID> allTeams() {
        var all = new LinkedHashSet<UUID>();
        if (team != null) {
            all.add(team);
        }
        if (teams != null) {
            all.addAll(teams);
        }
        return all;
    }

    private String expiry() {
        try {
            return expiresAfter == null ? TimeSpan.NEVER : (String) EXPIRY.read(expiresAfter);
        } catch (ValueRefused e) {
            throw Problem.invalid("/expiresAfter", e.getMessage());
        }
    }

    private List<StepBody> namedSteps() {
        var named = IntStream.range(0, steps.size())
                .mapToObj(place -> steps.get(place).at(place))
                .toList();
        var ids = new HashSet<String>();
        for (int place = 0; place < named.size(); place++) {
            if (!ids.add(named.get(place).id())) {
                throw Problem.invalid("/steps/" + place + "/id", "is the id of an earlier step");
            }
        }
        return named;
    }
}
