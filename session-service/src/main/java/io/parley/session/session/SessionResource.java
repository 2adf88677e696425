package io.parley.session.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.access.Callers;

/** Sessions, as agents, supervisors and machines work with them. */
@Path("/api/sessions")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class SessionResource {

    private final Callers callers;
    private final StartSession startSession;
    private final ReadSession readSession;
    private final LabelSession labelSession;
    private final SearchSessions searchSessions;

    SessionResource(
            Callers callers,
            StartSession startSession,
            ReadSession readSession,
            LabelSession labelSession,
            SearchSessions searchSessions) {
        this.callers = callers;
        this.startSession = startSession;
        this.readSession = readSession;
        this.labelSession = labelSession;
        this.searchSessions = searchSessions;
    }

    @POST
    @Operation(summary = "Start a session, or pre-plan one")
    public Uni<Response> start(@NotNull @Valid StartInput input) {
        return callers.current()
                .chain(caller -> startSession.start(input, caller))
                .map(SessionAnswers::started);
    }

    @GET
    @Operation(summary = "Find sessions, newest first")
    public Uni<Response> search(@BeanParam @Valid SessionQuery query) {
        return callers.current()
                .chain(caller -> searchSessions.search(query, caller))
                .map(page -> page.answer(query));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a session")
    public Uni<Response> get(@BeanParam Target target) {
        return callers.current()
                .chain(caller -> readSession.read(target.id(), caller))
                .map(SessionAnswers::ok);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Change externalId and metadata")
    public Uni<Response> patch(@BeanParam Target target, @NotNull LabelPatch patch) {
        target.requireIfMatch();
        return callers.current()
                .chain(caller -> labelSession.label(target, patch, caller))
                .map(SessionAnswers::ok);
    }
}
