package io.parley.houserules;

import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Refuses whatever makes a model's answer depend on more than its arguments. */
final class StayPure extends ArchCondition<JavaClass> {

    private static final List<String> IMPURE_PACKAGES = List.of(
            "java.io",
            "java.lang.management",
            "java.net",
            "java.nio.channels",
            "java.nio.file",
            "java.sql",
            "java.util.logging",
            "java.util.random");

    private static final Set<String> IMPURE_CLASSES = Set.of(
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.System",
            "java.lang.System$Logger",
            "java.lang.Thread",
            "java.security.SecureRandom",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private static final Set<String> IMPURE_METHODS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.time.ZoneId.systemDefault",
            "java.util.Collections.shuffle",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID");

    StayPure() {
        super("know nothing but pure Java and the models of their own module");
    }

    @Override
    public void check(JavaClass model, ConditionEvents events) {
        model.getDirectDependenciesFromSelf().stream()
                .filter(dependency ->
                        !mayKnow(model, dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .forEach(impurity -> events.add(SimpleConditionEvent.violated(model, impurity)));
        model.getAccessesFromSelf().stream()
                .filter(access -> isImpure(access.getTarget()))
                .map(JavaAccess::getDescription)
                .forEach(impurity -> events.add(SimpleConditionEvent.violated(model, impurity)));
    }

    private static boolean mayKnow(JavaClass model, JavaClass other) {
        if (other.isPrimitive()) {
            return true;
        }
        if (other.getPackageName().startsWith("java.")) {
            return !IMPURE_CLASSES.contains(other.getName())
                    && IMPURE_PACKAGES.stream().noneMatch(impure -> isIn(impure, other.getPackageName()));
        }
        return isModel(other) && module(model).equals(module(other));
    }

    private static boolean isImpure(AccessTarget target) {
        var owner = target.getOwner();
        var readsTheClock = owner.getPackageName().startsWith("java.time")
                && target.getName().equals("now");
        return readsTheClock || IMPURE_METHODS.contains(owner.getName() + "." + target.getName());
    }

    private static boolean isIn(String parent, String packageName) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }

    private static boolean isModel(JavaClass type) {
        return List.of(type.getPackageName().split("\\.")).contains("model");
    }

    /** The first three segments: io.parley.session of io.parley.session.workflow.model. */
    private static List<String> module(JavaClass type) {
        var segments = List.of(type.getPackageName().split("\\."));
        return segments.subList(0, Math.min(3, segments.size()));
    }
}
