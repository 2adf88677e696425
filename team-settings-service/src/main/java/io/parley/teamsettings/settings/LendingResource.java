package io.parley.teamsettings.settings;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.rest.Tag;
import io.parley.teamsettings.settings.model.SettingsRefused;

/** To whom a team lends, over HTTP: the same as its setting lending.to, and of the same ETag. */
@Path("/api/teams/{id}/lending")
@Produces(MediaType.APPLICATION_JSON)
class LendingResource {

    private final SettingsStates states;
    private final ChangeSettings change;

    LendingResource(SettingsStates states, ChangeSettings change) {
        this.states = states;
        this.change = change;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    @WithSession
    public Uni<Response> get(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return states.get(id).map(state -> new Tag(state.revision()).answer(LendingBody.of(state), known));
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> put(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid LendingBody body) {
        return change.change(id, body.patch(), ifMatch, null)
                .onFailure(SettingsRefused.class)
                .transform(refused -> LendingBody.ofBody((SettingsRefused) refused))
                .map(state -> new Tag(state.revision()).answer(LendingBody.of(state), null));
    }
}
