package io.parley.teamsettings.resolution;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.access.Role;

/** Where session-service asks what a session is to run with. */
@Path("/api/resolutions")
@Produces(MediaType.APPLICATION_JSON)
class ResolutionResource {

    /** Who starts, and whose settings are wanted; the home team's when none are named. */
    record Wanted(@NotNull @Size(min = 1, max = 255) String subject, UUID settingsTeam) {}

    private final ResolveSettings resolve;

    ResolutionResource(ResolveSettings resolve) {
        this.resolve = resolve;
    }

    @POST
    @RolesAllowed(Role.SYSTEM)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<byte[]> resolve(@NotNull @Valid Wanted wanted) {
        return resolve.resolve(wanted.subject(), wanted.settingsTeam());
    }
}
