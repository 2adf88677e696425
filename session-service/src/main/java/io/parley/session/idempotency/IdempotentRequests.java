package io.parley.session.idempotency;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.parley.rest.problem.Problem;
import io.parley.session.session.view.Target;

/** Leads the POSTs of a resource past the keys that were used before. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotentRequests {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final JsonWebToken token;
    private final AnswerOnce answerOnce;

    IdempotentRequests(HttpHeaders headers, UriInfo uri, JsonWebToken token, AnswerOnce answerOnce) {
        this.headers = headers;
        this.uri = uri;
        this.token = token;
        this.answerOnce = answerOnce;
    }

    @AroundInvoke
    Object once(InvocationContext request) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null || !request.getMethod().isAnnotationPresent(POST.class)) {
            return request.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("", "the header " + HEADER + " must have 1 to " + LONGEST_KEY + " characters");
        }
        return answerOnce.answer(
                new AnswerOnce.Key(token.getSubject(), key), whatIsAsked(request), () -> proceed(request));
    }

    /** The request as its method got it; what only says how to answer is no part of it. */
    private List<Object> whatIsAsked(InvocationContext request) {
        var parameters = Arrays.stream(request.getParameters())
                .filter(Objects::nonNull)
                .map(parameter -> parameter instanceof Target target ? target.id() : parameter)
                .toList();
        return List.of(uri.getPath(), parameters);
    }

    @SuppressWarnings("unchecked")
    private static Uni<Response> proceed(InvocationContext request) {
        try {
            return (Uni<Response>) request.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }
}
