package io.parley.houserules;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** How the features of one service may know each other; apart from {@link HouseRules} so that a service adopts it. */
public final class FeatureRules {

    @ArchTest
    static final ArchRule featuresKnowEachOtherInOneDirection =
            featuresKnowEachOtherInOneDirection("io.parley.*.(*)..");

    private FeatureRules() {}

    static ArchRule featuresKnowEachOtherInOneDirection(String features) {
        return slices().matching(features)
                .should()
                .beFreeOfCycles()
                .because("two features in a cycle are one feature in two folders")
                .allowEmptyShould(true);
    }
}
