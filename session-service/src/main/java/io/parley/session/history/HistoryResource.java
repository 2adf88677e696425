package io.parley.session.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.access.Callers;

/** Where sessions are found again. */
@Path("/api/sessions")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class HistoryResource {

    private final Callers callers;
    private final SearchSessions searchSessions;

    HistoryResource(Callers callers, SearchSessions searchSessions) {
        this.callers = callers;
        this.searchSessions = searchSessions;
    }

    @GET
    @Operation(summary = "Find sessions, newest first")
    public Uni<Response> search(@BeanParam @Valid SessionQuery query, @Context UriInfo uri) {
        return callers.current()
                .chain(caller -> searchSessions.search(query, caller))
                .map(page -> page.answer(uri));
    }
}
