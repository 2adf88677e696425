package io.parley.notification.problem;

import java.util.List;

/** A request is refused, for a reason that the catalogue knows. */
public final class Refused extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<Problem.Fault> faults;

    public Refused(ProblemType type, String detail) {
        this(type, detail, null);
    }

    private Refused(ProblemType type, String detail, List<Problem.Fault> faults) {
        super(detail, null, false, false);
        this.type = type;
        this.faults = faults;
    }

    /** @param pointer for a parameter its name after a slash */
    public static Refused invalid(String pointer, String detail) {
        return new Refused(
                ProblemType.INVALID_REQUEST, "The request has 1 fault.", List.of(new Problem.Fault(pointer, detail)));
    }

    ProblemType type() {
        return type;
    }

    List<Problem.Fault> faults() {
        return faults;
    }
}
