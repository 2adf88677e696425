package io.parley.session.session.view;

import java.util.UUID;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;

import io.parley.rest.problem.Problem;
import io.parley.session.problem.ProblemType;

/** The session that a request is about, in the version that the caller knows. */
public record Target(
        @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {

    /** @throws Problem where the caller does not say which version is to be changed */
    public void requireIfMatch() {
        if (ifMatch == null) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED, null);
        }
    }

    public void require(long version) {
        if (ifMatch != null) {
            ifMatch.require(version);
        }
    }
}
