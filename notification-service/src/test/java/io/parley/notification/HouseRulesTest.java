package io.parley.notification;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import io.parley.houserules.FeatureRules;
import io.parley.houserules.HouseRules;

/** The house rules hold in this service. */
@AnalyzeClasses(packages = "io.parley.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests features = ArchTests.in(FeatureRules.class);
}
