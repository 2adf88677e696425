package io.parley.teamsettings.rest;

import java.util.Arrays;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;

/** The state of a resource as an ETag: the revision of its newest change. */
public record Tag(long revision) {

    /** Refuses a change that is not made on this state: 428 when it names none, 412 when it names another. */
    public void require(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED, null);
        }
        allow(ifMatch);
    }

    /** The same where no state needs to be named. */
    public void allow(String ifMatch) {
        if (ifMatch != null && !isNamedIn(ifMatch)) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, null);
        }
    }

    /** The resource with its ETag; nothing but 304 for who has it already. */
    public Response answer(Object view, String ifNoneMatch) {
        if (ifNoneMatch != null && isNamedIn(ifNoneMatch)) {
            return Response.notModified().header(HttpHeaders.ETAG, text()).build();
        }
        return answer(Response.ok(view));
    }

    public Response answer(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, text()).build();
    }

    private boolean isNamedIn(String header) {
        return Arrays.stream(header.split(","))
                .map(String::trim)
                .anyMatch(tag -> tag.equals("*") || tag.equals(text()));
    }

    private String text() {
        return "\"" + revision + "\"";
    }
}
