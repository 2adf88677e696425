package io.parley.houserules;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

/** Which calls leave the one chain that a use case is. */
final class Reactive {

    private static final Set<String> STREAMS = Set.of("io.smallrye.mutiny.Uni", "io.smallrye.mutiny.Multi");

    static final DescribedPredicate<JavaAccess<?>> AWAITING =
            describe("is await() of a Uni", access -> isOnAStream(access, "await"));

    static final DescribedPredicate<JavaAccess<?>> SUBSCRIBING =
            describe("is subscribe() of a Uni or Multi", access -> isOnAStream(access, "subscribe"));

    private Reactive() {}

    private static boolean isOnAStream(JavaAccess<?> access, String name) {
        var target = access.getTarget();
        return target.getName().startsWith(name)
                && STREAMS.stream().anyMatch(stream -> target.getOwner().isAssignableTo(stream));
    }
}
