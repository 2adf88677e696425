package io.parley.rest.time;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.smallrye.mutiny.Uni;

/** Answers in time what is answered once; a stream begins when there is something to tell, and is as long as it is. */
@Limited
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class LimitedRequests {

    private final TimeLimit limit;

    LimitedRequests(TimeLimit limit) {
        this.limit = limit;
    }

    @AroundInvoke
    Object inTime(InvocationContext request) throws Exception {
        if (!request.getMethod().getReturnType().equals(Uni.class)) {
            return request.proceed();
        }
        var work = (Uni<?>) request.proceed();
        return request.getMethod().isAnnotationPresent(OwnTime.class) ? limit.finish(work) : limit.hold(work);
    }
}
