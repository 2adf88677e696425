package io.parley.houserules;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Counts the top-level classes of each package, and names the package that has too many. */
final class StandInASmallPackage extends ArchCondition<JavaClass> {

    private static final int AT_MOST = 20;

    private Map<String, Long> sizes = Map.of();

    StandInASmallPackage() {
        super("stand in a package of at most %d top-level classes", AT_MOST);
    }

    @Override
    public void init(Collection<JavaClass> all) {
        sizes = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getPackageName)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public void check(JavaClass one, ConditionEvents events) {
        // One event per package is told at the end; a line for each of its classes would bury it.
    }

    @Override
    public void finish(ConditionEvents events) {
        sizes.forEach((name, size) -> events.add(new SimpleConditionEvent(
                name, size <= AT_MOST, "package %s holds %d top-level classes".formatted(name, size))));
    }
}
