package io.parley.local;

import java.util.regex.Pattern;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import io.parley.houserules.FeatureRules;
import io.parley.houserules.HouseRules;

@AnalyzeClasses(
        packages = "io.parley.local",
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.ButForTheTerminal.class})
class HouseRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests features = ArchTests.in(FeatureRules.class);

    /** A launcher speaks to the terminal, and sets up the logs that others only write to. */
    static final class ButForTheTerminal implements ImportOption {

        private static final Pattern EXEMPT = Pattern.compile(".*/(Up|LogFiles|QuietLogs)\\.class");

        @Override
        public boolean includes(Location location) {
            return !location.matches(EXEMPT);
        }
    }
}
