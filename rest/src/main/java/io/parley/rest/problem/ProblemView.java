package io.parley.rest.problem;

import java.util.List;
import java.util.Map;

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

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Response of(ProblemKind kind, String detail, UriInfo uri) {
        return answer(kind, detail, uri, List.of()).build();
    }

    /** An answer that names the places of the request that are refused; detail may be null. */
    public static Response.ResponseBuilder answer(
            ProblemKind kind, String detail, UriInfo uri, List<InvalidField> errors) {
        return answer(kind, detail, uri, errors, Map.of());
    }

    /** An answer with members of its own type. */
    public static Response.ResponseBuilder answer(ProblemKind kind, UriInfo uri, Map<String, Object> members) {
        return answer(kind, null, uri, List.of(), members);
    }

    private static Response.ResponseBuilder answer(
            ProblemKind kind, String detail, UriInfo uri, List<InvalidField> errors, Map<String, Object> members) {
        return Response.status(kind.status())
                .type(MEDIA_TYPE)
                .entity(view(kind, detail, path(kind, uri), errors, members));
    }

    static ProblemView of(ProblemKind kind, String path) {
        return view(kind, null, kind.sayable(path), List.of(), Map.of());
    }

    private static ProblemView view(
            ProblemKind kind, String detail, String path, List<InvalidField> errors, Map<String, Object> members) {
        return new ProblemView(
                "/problems/" + kind.typeName(),
                kind.title(),
                kind.status(),
                detail == null ? kind.explanation() : detail,
                path,
                errors,
                members);
    }

    static String path(ProblemKind kind, UriInfo uri) {
        var path = uri.getPath();
        return kind.sayable(path.startsWith("/") ? path : "/" + path);
    }
}
