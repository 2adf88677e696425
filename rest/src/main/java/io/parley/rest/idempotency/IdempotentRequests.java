package io.parley.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;

/** Leads the POSTs of a resource past the keys that were used before. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotentRequests {

    private static final int LONGEST_KEY = 255;

    private final HttpHeaders headers;
    private final KeyOwner owner;
    private final Fingerprint fingerprint;
    private final AnswerOnce answerOnce;

    IdempotentRequests(HttpHeaders headers, KeyOwner owner, Fingerprint fingerprint, AnswerOnce answerOnce) {
        this.headers = headers;
        this.owner = owner;
        this.fingerprint = fingerprint;
        this.answerOnce = answerOnce;
    }

    @AroundInvoke
    Object once(InvocationContext request) throws Exception {
        String key = headers.getHeaderString(KeyInOpenApi.HEADER);
        if (key == null || !request.getMethod().isAnnotationPresent(POST.class)) {
            return request.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                    "", "the header " + KeyInOpenApi.HEADER + " must have 1 to " + LONGEST_KEY + " characters");
        }
        var whose = owner.current();
        return whose.isEmpty()
                ? request.proceed()
                : fingerprint
                        .of(request)
                        .map(asked -> new Asked(whose.get(), key, asked))
                        .chain(asked -> answerOnce.answer(asked, () -> proceed(request)));
    }

    @SuppressWarnings("unchecked")
    private static Uni<Object> proceed(InvocationContext request) {
        try {
            return (Uni<Object>) request.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }
}
