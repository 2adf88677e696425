package io.parley.session.starting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.access.Callers;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.view.SessionAnswers;

/** Where sessions begin. */
@Idempotent
@Rehearsable
@Path("/api/sessions")
@RolesAllowed({"agent", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class StartResource {

    private final Callers callers;
    private final StartSession startSession;
    private final SessionAnswers answers;

    StartResource(Callers callers, StartSession startSession, SessionAnswers answers) {
        this.answers = answers;
        this.callers = callers;
        this.startSession = startSession;
    }

    @POST
    @AsksAhead
    @Operation(summary = "Start a session, or pre-plan one")
    public Uni<Response> start(
            @NotNull @Valid StartInput input,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun) {
        return startSession
                .start(input, callers.byToken(), key != null || dryRun)
                .chain(started -> answers.started(started.session(), started.isNew()));
    }
}
