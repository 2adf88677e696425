package io.parley.session.rehearsal;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.session.session.view.SessionView;

/** Leads commands that are only to be rehearsed onto another way; before any key of theirs is looked at. */
@Rehearsable
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER)
class RehearsedRequests {

    /** What they are asked for by. */
    static final List<Class<? extends Annotation>> COMMANDS = List.of(POST.class, PATCH.class, DELETE.class);

    private final UriInfo uri;
    private final RehearseCommand rehearseCommand;

    RehearsedRequests(UriInfo uri, RehearseCommand rehearseCommand) {
        this.uri = uri;
        this.rehearseCommand = rehearseCommand;
    }

    @AroundInvoke
    Object rehearse(InvocationContext request) throws Exception {
        boolean command = COMMANDS.stream().anyMatch(request.getMethod()::isAnnotationPresent);
        return command && isWanted(uri.getQueryParameters().getFirst("dryRun"))
                ? rehearseCommand.rehearse(() -> session(request)).map(seen -> Response.ok(seen)
                        .build())
                : request.proceed();
    }

    /** Whoever means to rehearse and does not say so clearly must not do it in earnest. */
    private static boolean isWanted(String dryRun) {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw Problem.invalid("", "dryRun is true or false");
        }
        return "true".equals(dryRun);
    }

    /** Does the command, and tells to which session. */
    @SuppressWarnings("unchecked")
    private Uni<UUID> session(InvocationContext request) {
        try {
            var path = uri.getPathParameters().getFirst("id");
            return ((Uni<Response>) request.proceed())
                    .map(answer -> path == null ? started(answer) : UUID.fromString(path));
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static UUID started(Response answer) {
        return ((SessionView) answer.getEntity()).id();
    }
}
