package io.parley.teamsettings.problem;

import java.util.List;

/** A refusal of known type; it reaches the caller as problem+json and the log not at all. */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient List<InvalidField> errors;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, String detail, List<InvalidField> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new InvalidField(pointer, detail)));
    }

    public static Problem invalid(List<InvalidField> errors) {
        return new Problem(ProblemType.INVALID_REQUEST, null, errors);
    }

    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, null);
    }

    public ProblemType type() {
        return type;
    }

    List<InvalidField> errors() {
        return errors;
    }
}
