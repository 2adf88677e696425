package io.parley.notification.problem;

import java.util.List;

import jakarta.inject.Singleton;

import io.parley.rest.problem.ProblemCatalogue;

/** Lends the problems of this service to what answers requests. */
@Singleton
class Catalogue implements ProblemCatalogue {

    @Override
    public List<ProblemType> kinds() {
        return List.of(ProblemType.values());
    }
}
