package io.parley.teamsettings.settings.model.lint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.parley.teamsettings.settings.model.lint.Contradiction.Severity;

/** Contradictions of who may borrow. */
final class LendingRules {

    static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    "lends-to-nobody",
                    Severity.WARNING,
                    List.of("lending.to.mode", "lending.to.teams"),
                    "Lends to the teams of a list that is empty.",
                    settings -> settings.is("lending.to.mode", "LIST")
                            && settings.list("lending.to.teams").isEmpty()),
            new Contradiction(
                    "grants-without-list",
                    Severity.WARNING,
                    List.of("lending.to.mode", "lending.to.teams"),
                    "Teams are listed, but the mode is not LIST: the list has no effect.",
                    settings -> !settings.is("lending.to.mode", "LIST")
                            && !settings.list("lending.to.teams").isEmpty()),
            new Contradiction(
                    "grant-is-over",
                    Severity.WARNING,
                    List.of("lending.to.teams"),
                    "A leave to borrow has ended already.",
                    settings -> settings.is("lending.to.mode", "LIST")
                            && settings.list("lending.to.teams").stream()
                                    .anyMatch(grant -> isOver(grant, settings.now()))));

    private LendingRules() {}

    private static boolean isOver(Object grant, Instant now) {
        return grant instanceof Map && !now.isBefore(Instant.parse((String) ((Map<?, ?>) grant).get("until")));
    }
}
