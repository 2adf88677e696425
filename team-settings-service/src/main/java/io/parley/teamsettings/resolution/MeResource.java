package io.parley.teamsettings.resolution;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.access.Caller;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.resolution.model.Facts.TeamName;
import io.parley.teamsettings.resolution.model.Resolution;

/** What the caller may enter when starting a session. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
class MeResource {

    /** The home team first, then by name those whose settings may be borrowed. */
    record Enterable(List<TeamName> items) {}

    private final ResolveSettings resolve;
    private final Caller caller;

    MeResource(ResolveSettings resolve, Caller caller) {
        this.resolve = resolve;
        this.caller = caller;
    }

    @GET
    @Path("/teams")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
    public Uni<Enterable> teams() {
        return resolve.of(caller.subject()).map(Resolution::enterable).map(Enterable::new);
    }
}
