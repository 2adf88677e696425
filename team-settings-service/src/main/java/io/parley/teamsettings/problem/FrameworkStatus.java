package io.parley.teamsettings.problem;

import java.util.Map;

/** Which problem a status stands for that the web framework answers by itself. */
final class FrameworkStatus {

    private static final Map<Integer, ProblemType> TYPES = Map.of(
            400, ProblemType.UNREADABLE_REQUEST,
            401, ProblemType.UNAUTHENTICATED,
            403, ProblemType.FORBIDDEN,
            404, ProblemType.NOT_FOUND,
            405, ProblemType.METHOD_NOT_ALLOWED,
            406, ProblemType.NOT_ACCEPTABLE,
            412, ProblemType.PRECONDITION_FAILED,
            413, ProblemType.REQUEST_TOO_LARGE,
            415, ProblemType.UNSUPPORTED_MEDIA_TYPE,
            503, ProblemType.UNAVAILABLE);

    private FrameworkStatus() {}

    static ProblemType type(int status) {
        return TYPES.getOrDefault(status, status < 500 ? ProblemType.UNREADABLE_REQUEST : ProblemType.INTERNAL_ERROR);
    }
}
