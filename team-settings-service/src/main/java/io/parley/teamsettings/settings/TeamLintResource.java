package io.parley.teamsettings.settings;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.access.Role;

/** What contradicts itself in a team's settings, over HTTP. */
@Path("/api/teams/{id}/lint")
@Produces(MediaType.APPLICATION_JSON)
class TeamLintResource {

    private final SettingsOverHttp settings;

    TeamLintResource(SettingsOverHttp settings) {
        this.settings = settings;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    public Uni<SettingsOverHttp.Linted> lint(UUID id) {
        return settings.lint(id);
    }
}
