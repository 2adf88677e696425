package io.parley.houserules;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule refuses its bad example and says why; none refuses the good house. */
class HouseRulesTest {

    @ParameterizedTest
    @CsvSource({
        "clock, aModelIsPureJava, Instant.now(",
        "clock, aModelIsPureJava, java.time.Clock",
        "chance, aModelIsPureJava, Minted.anew()> calls method <java.util.UUID.randomUUID()",
        "chance, aModelIsPureJava, Drawn.byReference()> references method <java.util.UUID.randomUUID()",
        "chance, aModelIsPureJava, java.util.Random",
        "framework, aModelIsPureJava, io.smallrye.mutiny.Uni",
        "feature, aModelIsPureJava, io.parley.houserules.bad.feature.Store",
        "system, aModelIsPureJava, java.lang.System",
        "names, aNameSaysWhatAClassIsFor, SessionServiceImpl",
        "names, aNameSaysWhatAClassIsFor, LinkUtil>",
        "names, aNameSaysWhatAClassIsFor, LinkUtils>",
        "names, aNameSaysWhatAClassIsFor, JoinHelper",
        "names, aNameSaysWhatAClassIsFor, SessionManager",
        "names, aNameSaysWhatAClassIsFor, SessionDto",
        "names, aNameSaysWhatAClassIsFor, SessionService>",
        "names, aNameSaysWhatAClassIsFor, AbstractSession",
        "names, aNameSaysWhatAClassIsFor, BaseResource",
        "names, aNameSaysWhatAClassIsFor, Outer$Helper",
        "shared, aPackageIsSomethingTheBusinessNames, Anything",
        "crowd, aPackageFitsOnOneScreen, bad.crowd holds 21 top-level classes",
        "awaiting, nobodyAwaits, Blocked.wait",
        "subscribing, onlyALoopSubscribes, Forgetful.now(",
        "subscribing, onlyALoopSubscribes, Forgetful.asAStage(",
        "subscribing, onlyALoopSubscribes, Forgetful.byReference(",
        "transaction, aTransactionIsReactive, Blocking.work",
        "injection, dependenciesComeThroughTheConstructor, Hidden.work",
        "rest, aRestMethodIsPublic, Silent.get",
        "logging, nobodyUsesJavaUtilLogging, java.util.logging.Level",
        "console, nobodyPrintsToTheConsole, Loud.shout",
    })
    void aRuleRefusesItsBadExample(String example, String rule, String complaint) {
        assertThat(check(named(rule), "bad." + example).getFailureReport().toString())
                .contains(complaint);
    }

    @Test
    void featuresInACycleAreRefused() {
        var slicesOfTheExample = "io.parley.houserules.bad.cycle";

        var result = FeatureRules.featuresKnowEachOtherInOneDirection("io.parley.houserules.bad.cycle.(*)..")
                .evaluate(new ClassFileImporter().importPackages(slicesOfTheExample));

        assertThat(result.getFailureReport().toString()).contains("Chicken.from", "Egg.from");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGoodHousePasses(String name, ArchRule rule) {
        assertThat(check(rule, "good").getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anEmptyModulePasses(String name, ArchRule rule) {
        assertThat(check(rule, "nowhere").hasViolation()).isFalse();
    }

    @Test
    void everyRuleHasABadExample() throws NoSuchMethodException {
        var examples = HouseRulesTest.class
                .getDeclaredMethod("aRuleRefusesItsBadExample", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(fields(HouseRules.class).map(Field::getName)).isNotEmpty().allMatch(rule -> Arrays.stream(examples)
                .anyMatch(example -> example.contains(", " + rule + ",")));
    }

    static Stream<Arguments> all() {
        return Stream.concat(fields(HouseRules.class), fields(FeatureRules.class))
                .map(field -> Arguments.of(field.getName(), value(field)));
    }

    private static EvaluationResult check(ArchRule rule, String example) {
        return rule.evaluate(new ClassFileImporter().importPackages("io.parley.houserules." + example));
    }

    private static ArchRule named(String rule) {
        return fields(HouseRules.class)
                .filter(field -> field.getName().equals(rule))
                .map(HouseRulesTest::value)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Field> fields(Class<?> rules) {
        return Arrays.stream(rules.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ArchRule.class);
    }

    private static ArchRule value(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
