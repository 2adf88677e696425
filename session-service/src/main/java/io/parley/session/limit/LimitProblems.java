package io.parley.session.limit;

import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.parley.rest.problem.ProblemView;

/** What one too many looks like to callers. */
class LimitProblems {

    @ServerExceptionMapper
    Response reached(LimitReached reached, UriInfo uri) {
        return ProblemView.answer(reached.type(), uri, Map.of())
                .header(HttpHeaders.RETRY_AFTER, reached.seconds())
                .build();
    }
}
