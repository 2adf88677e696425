package io.parley.teamsettings.problem;

import java.io.IOException;
import java.util.List;

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

import static io.parley.teamsettings.problem.ProblemType.FORBIDDEN;
import static io.parley.teamsettings.problem.ProblemType.INTERNAL_ERROR;
import static io.parley.teamsettings.problem.ProblemType.INVALID_REQUEST;
import static io.parley.teamsettings.problem.ProblemType.METHOD_NOT_ALLOWED;
import static io.parley.teamsettings.problem.ProblemType.UNAUTHENTICATED;
import static io.parley.teamsettings.problem.ProblemType.UNREADABLE_REQUEST;

/** Makes every failure of a request into problem+json; what is not the caller's fault is logged, and not told. */
class ProblemMappers {

    private final Endpoints endpoints;

    ProblemMappers(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @ServerExceptionMapper
    Response refused(Problem problem, UriInfo uri) {
        return ProblemView.answer(problem.type(), problem.getMessage(), uri, problem.errors())
                .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, UriInfo uri) {
        var errors = violations.getConstraintViolations().stream()
                .map(BodyPointers::of)
                .toList();
        return ProblemView.answer(INVALID_REQUEST, null, uri, errors).build();
    }

    @ServerExceptionMapper(MismatchedInputException.class)
    Response mismatched(MismatchedInputException mismatch, UriInfo uri) {
        return unreadable(mismatch, uri);
    }

    @ServerExceptionMapper(JsonProcessingException.class)
    Response unparseable(JsonProcessingException failure, UriInfo uri) {
        return unreadable(failure, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException failure, UriInfo uri) {
        return ProblemView.answer(UNAUTHENTICATED, null, uri, List.of())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return ProblemView.of(FORBIDDEN, null, uri);
    }

    @ServerExceptionMapper
    Response byTheFramework(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException) {
            return unreadable((JsonProcessingException) failure.getCause(), uri);
        }
        var original = failure.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        var type = FrameworkStatus.type(original.getStatus());
        if (type == INTERNAL_ERROR) {
            return unexpected(failure, uri);
        }
        var answer = ProblemView.answer(type, null, uri, List.of());
        if (type == METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", endpoints.methods("/" + uri.getPath())));
        }
        return answer.build();
    }

    /** A body that ends before its end. */
    @ServerExceptionMapper(IOException.class)
    Response interrupted(IOException failure, UriInfo uri) {
        var isBody = String.valueOf(failure.getMessage()).contains("multipart");
        return isBody ? ProblemView.of(UNREADABLE_REQUEST, null, uri) : unexpected(failure, uri);
    }

    @ServerExceptionMapper(Throwable.class)
    Response unexpected(Throwable failure, UriInfo uri) {
        var known = DatabaseFailures.type(failure);
        if (known == ProblemType.UNAVAILABLE) {
            // An absence is told by health and by one line a request; a trace each would bury everything else.
            Log.warnf(
                    "A request met an absent part: path=%s error=%s",
                    uri.getPath(), failure.getClass().getName());
        } else if (known.status() >= 500) {
            Log.errorf(
                    failure,
                    "A request failed: path=%s error=%s",
                    uri.getPath(),
                    failure.getClass().getName());
        }
        return ProblemView.of(known, null, uri);
    }

    private static Response unreadable(JsonProcessingException failure, UriInfo uri) {
        if (failure instanceof JsonMappingException
                && !((JsonMappingException) failure).getPath().isEmpty()) {
            var field = BodyPointers.of((JsonMappingException) failure);
            return ProblemView.answer(UNREADABLE_REQUEST, null, uri, List.of(field))
                    .build();
        }
        return ProblemView.of(UNREADABLE_REQUEST, null, uri);
    }
}
