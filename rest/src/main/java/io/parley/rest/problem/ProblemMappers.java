package io.parley.rest.problem;

import java.io.IOException;
import java.util.List;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import static io.parley.rest.problem.PlainProblem.FORBIDDEN;
import static io.parley.rest.problem.PlainProblem.INTERNAL_ERROR;
import static io.parley.rest.problem.PlainProblem.INVALID_REQUEST;
import static io.parley.rest.problem.PlainProblem.METHOD_NOT_ALLOWED;
import static io.parley.rest.problem.PlainProblem.REQUEST_TOO_LARGE;
import static io.parley.rest.problem.PlainProblem.UNAUTHENTICATED;
import static io.parley.rest.problem.PlainProblem.UNREADABLE_REQUEST;

/** Makes every failure of a request into problem+json of the service's catalogue. */
class ProblemMappers {

    private final ProblemCatalogue catalogue;
    private final Endpoints endpoints;
    private final UnexpectedFailure unexpected;
    private final TooLarge tooLarge;

    ProblemMappers(ProblemCatalogue catalogue, Endpoints endpoints, UnexpectedFailure unexpected, TooLarge tooLarge) {
        this.catalogue = catalogue;
        this.endpoints = endpoints;
        this.unexpected = unexpected;
        this.tooLarge = tooLarge;
    }

    @ServerExceptionMapper
    Response refused(Problem problem, UriInfo uri) {
        var kind = problem.kind(catalogue);
        if (kind == catalogue.of(REQUEST_TOO_LARGE)) {
            tooLarge.hangUp();
        }
        return ProblemView.answer(kind, problem.getMessage(), uri, problem.errors())
                .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, UriInfo uri) {
        var errors = violations.getConstraintViolations().stream()
                .map(BodyPointers::of)
                .toList();
        return answer(INVALID_REQUEST, uri, errors).build();
    }

    /** On its own, since the framework's mapper of this very class would be nearer than that of its parent. */
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
        return answer(UNAUTHENTICATED, uri, List.of())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return answer(FORBIDDEN, uri, List.of()).build();
    }

    /** Nothing at an address, or a part of the request that is not of its kind: the framework says the same of both. */
    @ServerExceptionMapper
    Response notFound(NotFoundException failure, UriInfo uri, ResourceInfo resource) {
        var unreadable = failure.getCause() == null || resource.getResourceMethod() == null
                ? List.<InvalidField>of()
                : QueryParameters.unreadable(resource.getResourceMethod(), uri.getQueryParameters());
        return unreadable.isEmpty()
                ? byTheFramework(failure, uri)
                : answer(INVALID_REQUEST, uri, unreadable).build();
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
        var problem = PlainProblem.of(original.getStatus());
        if (problem == INTERNAL_ERROR) {
            return unexpected.answer(failure, uri);
        }
        var answer = answer(problem, uri, List.of());
        if (problem == REQUEST_TOO_LARGE) {
            tooLarge.hangUp();
        }
        if (problem == METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", endpoints.methods("/" + uri.getPath())));
        }
        original.getHeaders()
                .getOrDefault(HttpHeaders.RETRY_AFTER, List.of())
                .forEach(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }

    /** A body that ends before its end, or the loss of something that we need. */
    @ServerExceptionMapper(IOException.class)
    Response interrupted(IOException failure, UriInfo uri) {
        var isBody = String.valueOf(failure.getMessage()).contains("multipart");
        return isBody ? answer(UNREADABLE_REQUEST, uri, List.of()).build() : unexpected.answer(failure, uri);
    }

    @ServerExceptionMapper(Throwable.class)
    Response unexpected(Throwable failure, UriInfo uri) {
        return unexpected.answer(failure, uri);
    }

    private Response unreadable(JsonProcessingException failure, UriInfo uri) {
        var isSomewhere = failure instanceof JsonMappingException
                && !((JsonMappingException) failure).getPath().isEmpty();
        return answer(
                        UNREADABLE_REQUEST,
                        uri,
                        isSomewhere ? List.of(BodyPointers.of((JsonMappingException) failure)) : List.of())
                .build();
    }

    private Response.ResponseBuilder answer(PlainProblem problem, UriInfo uri, List<InvalidField> errors) {
        return ProblemView.answer(catalogue.of(problem), null, uri, errors);
    }
}
