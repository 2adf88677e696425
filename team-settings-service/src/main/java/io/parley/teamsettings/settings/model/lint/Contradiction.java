package io.parley.teamsettings.settings.model.lint;

import java.util.List;
import java.util.Optional;

/** One way in which settings contradict each other; the names are API. */
public record Contradiction(String name, Severity severity, List<String> keys, String explanation, Rule rule) {

    /** Whether nothing could work like this, or only something less than was meant. */
    public enum Severity {
        WARNING,
        REFUSED
    }

    /** When it is the case. */
    @FunctionalInterface
    interface Rule {
        boolean holds(Values settings);
    }

    Optional<Finding> find(Values settings) {
        return rule.holds(settings) ? Optional.of(new Finding(name, severity, keys, explanation)) : Optional.empty();
    }
}
