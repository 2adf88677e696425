package io.parley.session.problem;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;

/** The answer to a refused request (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<InvalidField> errors,
        @JsonAnyGetter Map<String, Object> members) {

    private static final Pattern SECRET_PATHS = Pattern.compile("^(j|api/join)/.*");

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The answer to a request of which these places are refused. */
    public static Response invalid(List<InvalidField> errors, UriInfo uri) {
        return answer(ProblemType.INVALID_REQUEST, null, uri, errors).build();
    }

    static Response of(ProblemType type, String detail, UriInfo uri) {
        return answer(type, detail, uri, List.of()).build();
    }

    static Response.ResponseBuilder answer(ProblemType type, String detail, UriInfo uri, List<InvalidField> errors) {
        return answer(type, detail, uri, errors, Map.of());
    }

    /** An answer with members of its own type. */
    public static Response.ResponseBuilder answer(ProblemType type, UriInfo uri, Map<String, Object> members) {
        return answer(type, null, uri, List.of(), members);
    }

    private static Response.ResponseBuilder answer(
            ProblemType type, String detail, UriInfo uri, List<InvalidField> errors, Map<String, Object> members) {
        var text = detail == null ? type.explanation() : detail;
        var view = new ProblemView(
                "/problems/" + type.typeName(), type.title(), type.status(), text, "/" + path(uri), errors, members);
        return Response.status(type.status()).type(MEDIA_TYPE).entity(view);
    }

    /** The path of a link is its secret: it is cut off where the secret begins. */
    static String path(UriInfo uri) {
        var path = uri.getPath();
        return SECRET_PATHS
                .matcher(path.startsWith("/") ? path.substring(1) : path)
                .replaceFirst("$1");
    }
}
