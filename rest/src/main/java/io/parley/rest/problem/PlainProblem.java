package io.parley.rest.problem;

import java.util.Arrays;

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
    PRECONDITION_FAILED(412),
    REQUEST_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    PlainProblem(int status) {
        this.status = status;
    }

    /** Which one a status stands for that the web framework answers by itself. */
    static PlainProblem of(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status && problem != INVALID_REQUEST && problem != CONFLICT)
                .findFirst()
                .orElse(status < 500 ? UNREADABLE_REQUEST : INTERNAL_ERROR);
    }
}
