package io.parley.session.limit;

import io.parley.session.problem.ProblemType;

/** That was one too many; it passes. */
public final class LimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final long seconds;

    LimitReached(ProblemType type, long seconds) {
        super("too many", null, false, false);
        this.type = type;
        this.seconds = seconds;
    }

    ProblemType type() {
        return type;
    }

    /** Until the next may pass. */
    long seconds() {
        return seconds;
    }
}
