package io.parley.rest.problem;

import java.util.List;
import java.util.Optional;

/** All that a service can refuse; each service has one bean of it. It holds every {@link PlainProblem} by name. */
public interface ProblemCatalogue {

    List<? extends ProblemKind> kinds();

    default Optional<? extends ProblemKind> named(String typeName) {
        return kinds().stream().filter(kind -> kind.typeName().equals(typeName)).findFirst();
    }

    default ProblemKind of(PlainProblem problem) {
        return kinds().stream()
                .filter(kind -> kind.name().equals(problem.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The catalogue of problems lacks " + problem));
    }
}
