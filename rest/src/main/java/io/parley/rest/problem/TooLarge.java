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
    private final RoutingContext current;

    TooLarge(ProblemCatalogue catalogue, ObjectMapper json, RoutingContext current) {
        this.catalogue = catalogue;
        this.json = json;
        this.current = current;
    }

    public void answer(RoutingContext request) {
        var kind = catalogue.of(PlainProblem.REQUEST_TOO_LARGE);
        request.response()
                .setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(written(ProblemView.of(kind, request.normalizedPath())))
                .onComplete(sent -> request.request().connection().close());
    }

    /** Closes the line of the current request once it is answered: what is not read would be taken for the next one. */
    void hangUp() {
        var connection = current.request().handler(null).connection();
        current.response().putHeader(HttpHeaders.CONNECTION, "close");
        current.addEndHandler(sent -> connection.close());
    }

    private String written(ProblemView problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is JSON", e);
        }
    }
}
