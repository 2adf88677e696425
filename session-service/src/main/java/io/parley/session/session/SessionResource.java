package io.parley.session.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.access.Callers;
import io.parley.session.history.SeenSessions;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.view.SessionAnswers;
import io.parley.session.session.view.Target;

/** Sessions, as agents, supervisors and machines work with them. */
@Rehearsable
@Path("/api/sessions")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class SessionResource {

    private final Callers callers;
    private final ReadSession readSession;
    private final LabelSession labelSession;
    private final SessionAnswers answers;
    private final SeenSessions seen;

    SessionResource(
            Callers callers,
            ReadSession readSession,
            LabelSession labelSession,
            SessionAnswers answers,
            SeenSessions seen) {
        this.answers = answers;
        this.callers = callers;
        this.readSession = readSession;
        this.labelSession = labelSession;
        this.seen = seen;
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a session",
            description = "Read by its owner, it is no longer updated, though the answer still says that it was.")
    public Uni<Response> get(@BeanParam Target target) {
        return callers.current()
                .chain(caller -> readSession
                        .read(target.id(), caller)
                        .invoke(session -> target.require(session.journal().version()))
                        .call(session -> seen.note(session, caller)))
                .chain(answers::ok);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Change externalId and metadata")
    public Uni<Response> patch(@BeanParam Target target, @NotNull LabelPatch patch) {
        target.requireIfMatch();
        return callers.current()
                .chain(caller -> labelSession.label(target, patch, caller))
                .chain(answers::ok);
    }
}
