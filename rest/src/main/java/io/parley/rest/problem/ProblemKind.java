package io.parley.rest.problem;

import java.util.Locale;

/** A refusal that a service can answer; an enum of its catalogue has one constant for each. */
public interface ProblemKind {

    String name();

    /** The HTTP status that it is answered with. */
    int status();

    String title();

    /** What it means, and what to do; in place of a detail where there is none. */
    String explanation();

    /** The last segment of its address; API. */
    default String typeName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What of a request's path may be said in a problem and in the log: not the part that is a secret. */
    default String sayable(String path) {
        return path;
    }
}
