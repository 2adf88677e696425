package io.parley.teamsettings.team;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.rest.idempotency.Idempotent;
import io.parley.teamsettings.access.Caller;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.rest.MergePatchBody;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.rest.Tag;

/** Teams over HTTP: administrators make and change them, members see their own. */
@Idempotent
@Path("/api/teams")
@Produces(MediaType.APPLICATION_JSON)
class TeamResource {

    private final Teams teams;
    private final CreateTeam create;
    private final RenameTeam rename;
    private final DeleteTeam delete;
    private final Caller caller;
    private final MergePatchBody patch;

    TeamResource(
            Teams teams, CreateTeam create, RenameTeam rename, DeleteTeam delete, Caller caller, MergePatchBody patch) {
        this.teams = teams;
        this.create = create;
        this.rename = rename;
        this.delete = delete;
        this.caller = caller;
        this.patch = patch;
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> create(@NotNull @Valid TeamBody body) {
        return create.create(body.name()).map(TeamResource::created);
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.SUPERVISOR, Role.AGENT})
    @WithSession
    public Uni<Page<TeamView>> list(@BeanParam PageRequest request) {
        var rows = caller.seesAll() ? teams.page(request) : teams.pageOf(caller.subject(), request);
        return rows.map(found -> Page.of(found, request, TeamRow::name, TeamView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.SUPERVISOR, Role.AGENT})
    @WithSession
    public Uni<Response> get(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return teams.get(id)
                .call(team ->
                        caller.seesAll() ? Uni.createFrom().voidItem() : teams.requireMember(id, caller.subject()))
                .map(team -> new Tag(team.edited).answer(TeamView.of(team), known));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MergePatchBody.MEDIA_TYPE)
    public Uni<Response> rename(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return rename.rename(id, patch.read(body, TeamBody.class).name(), ifMatch)
                .map(team -> new Tag(team.edited).answer(TeamView.of(team), null));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> delete(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return delete.delete(id, ifMatch).replaceWith(() -> Response.noContent().build());
    }

    private static Response created(TeamRow team) {
        return new Tag(team.edited)
                .answer(Response.created(URI.create("/api/teams/" + team.id)).entity(TeamView.of(team)));
    }
}
