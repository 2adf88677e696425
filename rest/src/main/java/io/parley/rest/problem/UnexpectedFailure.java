package io.parley.rest.problem;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.TimeoutException;

import static io.parley.rest.problem.PlainProblem.INTERNAL_ERROR;
import static io.parley.rest.problem.PlainProblem.UNAVAILABLE;
import static io.parley.rest.problem.PlainProblem.UNSUPPORTED_MEDIA_TYPE;

/** Answers what no caller is to blame for; it is logged, and not told. */
@ApplicationScoped
class UnexpectedFailure {

    /** A restarted database is back after that. */
    private static final int SECONDS_TO_WAIT = 5;

    private static final String UNDECIDED = "Something that this needs takes too long, and may yet do it; the same"
            + " request under the same Idempotency-Key tells.";

    private final ProblemCatalogue catalogue;

    UnexpectedFailure(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Response answer(Throwable failure, UriInfo uri) {
        var problem = isNoMediaType(failure) ? UNSUPPORTED_MEDIA_TYPE : DatabaseFailures.problem(failure);
        var kind = catalogue.of(problem);
        var detail = failure instanceof TimeoutException ? UNDECIDED : null;
        var answer = ProblemView.answer(kind, detail, uri, List.of());
        if (problem == UNAVAILABLE) {
            // An absence is told by health and by one line a request; a trace each would bury everything else.
            Log.warnf(
                    "A request met an absent part: path=%s error=%s",
                    ProblemView.path(kind, uri), failure.getClass().getName());
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        } else if (problem == INTERNAL_ERROR) {
            Log.errorf(
                    failure,
                    "A request failed: path=%s error=%s",
                    ProblemView.path(kind, uri),
                    failure.getClass().getName());
        }
        return answer.build();
    }

    /** The framework reads the header Content-Type when it needs to, and has no failure of its own for what is none. */
    private static boolean isNoMediaType(Throwable failure) {
        var trace = failure.getStackTrace();
        return failure instanceof IllegalArgumentException
                && trace.length > 0
                && trace[0].getClassName().endsWith("MediaTypeHeaderDelegate");
    }
}
