package io.parley.teamsettings.problem;

import java.util.List;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The answer to a refused request (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type, String title, int status, String detail, String instance, List<InvalidField> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The answer to a request of which these places are refused. */
    public static Response invalid(List<InvalidField> errors, UriInfo uri) {
        return answer(ProblemType.INVALID_REQUEST, null, uri, errors).build();
    }

    public static Response of(ProblemType type, String detail, UriInfo uri) {
        return answer(type, detail, uri, List.of()).build();
    }

    static Response.ResponseBuilder answer(ProblemType type, String detail, UriInfo uri, List<InvalidField> errors) {
        var text = detail == null ? type.explanation() : detail;
        var view = new ProblemView(
                "/problems/" + type.typeName(), type.title(), type.status(), text, "/" + path(uri), errors);
        return Response.status(type.status()).type(MEDIA_TYPE).entity(view);
    }

    private static String path(UriInfo uri) {
        var path = uri.getPath();
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
