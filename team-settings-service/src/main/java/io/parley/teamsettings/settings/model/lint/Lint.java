package io.parley.teamsettings.settings.model.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.parley.teamsettings.settings.model.Effective;

/** Finds what contradicts itself in settings that are valid one by one. */
public final class Lint {

    private static final List<Contradiction> CATALOGUE = Stream.of(
                    ChannelRules.ALL,
                    ClockRules.ALL,
                    EntranceRules.ALL,
                    RetentionRules.ALL,
                    BrandRules.ALL,
                    LendingRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Lint() {}

    public static List<Contradiction> catalogue() {
        return CATALOGUE;
    }

    public static List<Finding> of(Effective settings, Circumstances around) {
        var values = new Values(settings, around);
        return CATALOGUE.stream()
                .map(contradiction -> contradiction.find(values))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a change would newly bring about that nothing could work with; what was so before refuses nothing. */
    public static List<Finding> refusals(Effective before, Effective after, Circumstances around) {
        var known = of(before, around).stream().map(Finding::name).collect(Collectors.toSet());
        return of(after, around).stream()
                .filter(Finding::isRefused)
                .filter(finding -> !isKnown(finding, known))
                .toList();
    }

    private static boolean isKnown(Finding finding, Set<String> known) {
        return known.contains(finding.name());
    }
}
