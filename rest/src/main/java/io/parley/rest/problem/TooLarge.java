package io.parley.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers a body that is not going to be read, before any resource sees the request. */
@ApplicationScoped
public class TooLarge {

    private final ProblemCatalogue catalogue;
    private final ObjectMapper json;

    TooLarge(ProblemCatalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    public void answer(RoutingContext request) {
        var kind = catalogue.of(PlainProblem.REQUEST_TOO_LARGE);
        request.response()
                .setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                // What is not read would be taken for the next request
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(written(ProblemView.of(kind, request.normalizedPath())))
                .onComplete(sent -> request.request().connection().close());
    }

    private String written(ProblemView problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is JSON", e);
        }
    }
}
