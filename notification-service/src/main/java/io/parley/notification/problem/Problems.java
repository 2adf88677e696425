package io.parley.notification.problem;

import java.util.Comparator;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

/** Turns every failure of a request into a problem of the catalogue; only the unexpected is logged. */
class Problems {

    private static final String JSON = "application/problem+json";

    @ServerExceptionMapper
    Response refused(Refused refused, UriInfo uri) {
        return answer(refused.type(), refused.getMessage(), refused.faults(), uri)
                .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid, UriInfo uri) {
        var faults = invalid.getConstraintViolations().stream()
                .map(violation -> new Problem.Fault(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.Fault::pointer))
                .collect(toList());
        return answer(ProblemType.INVALID_REQUEST, "The request has faults: " + faults.size() + ".", faults, uri)
                .build();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable, UriInfo uri) {
        return unreadableBody(unreadable, uri);
    }

    /** On its own, since the framework's mapper of this very class would be nearer than that of its parent. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException unreadable, UriInfo uri) {
        return unreadableBody(unreadable, uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException) {
            return unreadableBody((JsonProcessingException) failure.getCause(), uri);
        }
        var type = ProblemType.ofStatus(failure.getResponse().getStatus());
        var response = answer(type, type.explanation(), null, uri);
        var allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response.build()
                : response.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException failure, UriInfo uri) {
        return answer(ProblemType.UNAUTHENTICATED, ProblemType.UNAUTHENTICATED.explanation(), null, uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return answer(ProblemType.FORBIDDEN, ProblemType.FORBIDDEN.explanation(), null, uri)
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        if (Absence.isBehind(failure)) {
            // One line a request, no trace: an outage must not bury everything else.
            Log.warnf(
                    "A request met an absent part: path=%s error=%s",
                    uri.getPath(), failure.getClass().getName());
            return answer(ProblemType.UNAVAILABLE, ProblemType.UNAVAILABLE.explanation(), null, uri)
                    .header(HttpHeaders.RETRY_AFTER, 5)
                    .build();
        }
        Log.errorf(failure, "Request failed: path=%s", uri.getPath());
        return answer(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.explanation(), null, uri)
                .build();
    }

    /** Jackson's own words quote classes and the input: only the place is said. */
    private static Response unreadableBody(JsonProcessingException unreadable, UriInfo uri) {
        var pointer = unreadable instanceof JsonMappingException
                ? ((JsonMappingException) unreadable)
                        .getPath().stream().map(Problems::segment).collect(joining())
                : "";
        var faults = pointer.isEmpty() ? null : List.of(new Problem.Fault(pointer, "can't be read"));
        return answer(ProblemType.UNREADABLE_REQUEST, "The body can't be read.", faults, uri)
                .build();
    }

    private static String segment(JsonMappingException.Reference place) {
        var name = place.getFieldName() == null ? Integer.toString(place.getIndex()) : place.getFieldName();
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The first two nodes are the method and its parameter. */
    private static String pointer(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().replace('.', '/');
        var rest = path.substring(path.indexOf('/') + 1);
        return rest.contains("/") ? rest.substring(rest.indexOf('/')) : "/" + rest;
    }

    private static Response.ResponseBuilder answer(
            ProblemType type, String detail, List<Problem.Fault> faults, UriInfo uri) {
        var problem =
                new Problem("/problems/" + type.word(), type.title(), type.status(), detail, uri.getPath(), faults);
        return Response.status(type.status()).type(JSON).entity(problem);
    }
}
