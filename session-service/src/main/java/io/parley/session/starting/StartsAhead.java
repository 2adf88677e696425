package io.parley.session.starting;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.smallrye.mutiny.Uni;

import io.parley.session.access.Callers;

/**
 * Asks for the settings before the transaction of a key is begun, so that no connection to the database is held while
 * another service thinks. What it fails by is found again by the start, unless its key has an answer already.
 */
@AsksAhead
@Interceptor
@Priority(Interceptor.Priority.APPLICATION - 1)
class StartsAhead {

    private final Callers callers;
    private final StartSession startSession;

    StartsAhead(Callers callers, StartSession startSession) {
        this.callers = callers;
        this.startSession = startSession;
    }

    @AroundInvoke
    Object ask(InvocationContext request) {
        return Uni.createFrom()
                .deferred(() -> startSession.ask((StartInput) request.getParameters()[0], callers.byToken()))
                .onItemOrFailure()
                .transformToUni((found, failure) -> proceed(request));
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
