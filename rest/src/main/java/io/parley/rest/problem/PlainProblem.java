package io.parley.rest.problem;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What can be wrong with a request whatever it asks for; each service says it in the words of its own catalogue. */
public enum PlainProblem {
    INVALID_REQUEST(400),
    UNREADABLE_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    REQUEST_IN_PROGRESS(409),
    PRECONDITION_FAILED(412),
    REQUEST_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    /** What the framework never means by their status. */
    private static final Set<PlainProblem> OUR_OWN =
            EnumSet.of(INVALID_REQUEST, CONFLICT, REQUEST_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED);

    private final int status;

    PlainProblem(int status) {
        this.status = status;
    }

    /** Which one a status stands for that the web framework answers by itself. */
    static PlainProblem of(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status && !OUR_OWN.contains(problem))
                .findFirst()
                .orElse(status < 500 ? UNREADABLE_REQUEST : INTERNAL_ERROR);
    }
}
