package io.parley.houserules;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rules of CONTRIBUTING.md that a machine can check, for any module that has classes.
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.parley.session", importOptions = ImportOption.DoNotIncludeTests.class)
 * class HouseRulesTest {
 *     @ArchTest
 *     static final ArchTests house = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 */
public final class HouseRules {

    @ArchTest
    static final ArchRule aModelIsPureJava = classes()
            .that()
            .resideInAPackage("..model..")
            .should(new StayPure())
            .because("a model that knows no framework, clock, chance or log is tested in milliseconds, exhaustively")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule aNameSaysWhatAClassIsFor = noClasses()
            .should()
            .haveNameMatching(".*[.$]\\w*(Impl|Utils?|Helper|Manager|Dto|DTO|Service)")
            .orShould()
            .haveNameMatching(".*[.$](Abstract|Base)(\\p{Upper}\\w*)?")
            .because("such a name holds anything; a use case is a verb and a noun, a store is a plural")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule aPackageIsSomethingTheBusinessNames = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..",
                    "..core..",
                    "..shared..",
                    "..util..",
                    "..utils..",
                    "..helper..",
                    "..helpers..",
                    "..misc..",
                    "..impl..")
            .because("nobody can say what does not belong into such a package")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule aPackageFitsOnOneScreen = classes()
            .should(new StandInASmallPackage())
            .because("a package of about 15 files is read at a glance; above 20 it is two things: split it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyAwaits = noClasses()
            .should()
            .accessTargetWhere(Reactive.AWAITING)
            .because("it blocks the event loop on which every other request waits: return the Uni")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyALoopSubscribes = noClasses()
            .that()
            .haveNameNotMatching(".*Loop(\\$\\w+)*")
            .should()
            .accessTargetWhere(Reactive.SUBSCRIBING)
            .because("the framework subscribes, once, and sees the failure; what runs as long as the process does"
                    + " has nobody to return its Uni to: it is a class named …Loop, and that is the only exemption")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule aTransactionIsReactive = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.Transactional")
            .because("it opens no reactive transaction: use @WithTransaction")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
            .because("a constructor shows all that a class needs, and its fields can be final")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule aRestMethodIsPublic = methods()
            .that(Rest.ANSWERS_A_REQUEST)
            .should()
            .bePublic()
            .because("a package-private one answers 404 without a word")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyUsesJavaUtilLogging = noClasses()
            .that()
            .haveNameNotMatching("io\\.parley\\.rest\\.logging\\.(LogKeys|LeftStreams)") // filters of the log manager
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("one logging API: io.quarkus.logging.Log or org.jboss.logging")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyPrintsToTheConsole = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
            .because("what a service has to say goes to its log, with its keys")
            .allowEmptyShould(true);

    private HouseRules() {}
}
