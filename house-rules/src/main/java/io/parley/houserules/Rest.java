package io.parley.houserules;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

/** Which methods are reached from outside. */
final class Rest {

    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    static final DescribedPredicate<JavaMethod> ANSWERS_A_REQUEST = describe(
            "answer a request", method -> VERBS.stream().anyMatch(verb -> method.isAnnotatedWith(JAX_RS + verb)));

    private Rest() {}
}
