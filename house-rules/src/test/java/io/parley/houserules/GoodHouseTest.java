package io.parley.houserules;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The form in which a service applies the rules runs on this build's JUnit. */
@AnalyzeClasses(packages = "io.parley.houserules.good")
class GoodHouseTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests features = ArchTests.in(FeatureRules.class);
}
