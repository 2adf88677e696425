package io.parley.rest.problem;

import java.util.List;

/** A refusal of known type; it reaches the caller as problem+json and the log not at all. */
public class Problem extends RuntimeException {

    private final transient ProblemKind kind;
    private final PlainProblem plain;
    private final transient List<InvalidField> errors;

    public Problem(ProblemKind kind, String detail) {
        this(kind, detail, List.of());
    }

    public Problem(ProblemKind kind, String detail, List<InvalidField> errors) {
        this(kind, null, detail, errors);
    }

    private Problem(ProblemKind kind, PlainProblem plain, String detail, List<InvalidField> errors) {
        super(detail, null, false, false);
        this.kind = kind;
        this.plain = plain;
        this.errors = errors;
    }

    public static Problem of(PlainProblem problem) {
        return new Problem(null, problem, null, List.of());
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new InvalidField(pointer, detail)));
    }

    public static Problem invalid(List<InvalidField> errors) {
        return new Problem(null, PlainProblem.INVALID_REQUEST, null, errors);
    }

    public static Problem notFound() {
        return of(PlainProblem.NOT_FOUND);
    }

    ProblemKind kind(ProblemCatalogue catalogue) {
        return kind == null ? catalogue.of(plain) : kind;
    }

    List<InvalidField> errors() {
        return errors;
    }
}
