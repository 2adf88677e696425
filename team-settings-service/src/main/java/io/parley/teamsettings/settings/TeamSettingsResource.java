package io.parley.teamsettings.settings;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import io.parley.rest.idempotency.Idempotent;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.rest.MergePatchBody;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.settings.revision.RevisionDiff;
import io.parley.teamsettings.settings.revision.RevisionView;

/** A team's settings over HTTP: what it sets itself, and what it inherits. */
@Idempotent
@Path("/api/teams/{id}/settings")
@Produces(MediaType.APPLICATION_JSON)
class TeamSettingsResource {

    private final SettingsOverHttp settings;

    TeamSettingsResource(SettingsOverHttp settings) {
        this.settings = settings;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    public Uni<Response> get(
            UUID id,
            @QueryParam("own") boolean own,
            @QueryParam("explain") boolean explain,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return settings.get(id, own, explain, known);
    }

    @PATCH
    @RolesAllowed(Role.ADMIN)
    @Consumes(MergePatchBody.MEDIA_TYPE)
    public Uni<Response> change(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason,
            byte[] body) {
        return settings.change(id, body, ifMatch, reason);
    }

    @GET
    @Path("/revisions")
    @RolesAllowed(Role.ADMIN)
    public Uni<Page<RevisionView>> revisions(UUID id, @BeanParam PageRequest request) {
        return settings.revisions(id, request);
    }

    @GET
    @Path("/revisions/{revision}")
    @RolesAllowed(Role.ADMIN)
    public Uni<RevisionView> revision(UUID id, long revision) {
        return settings.revision(id, revision);
    }

    @POST
    @Path("/revisions/{revision}/restore")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> restore(
            UUID id,
            long revision,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        return settings.restore(id, revision, ifMatch, reason);
    }

    @GET
    @Path("/revisions/{revision}/diff/{other}")
    @RolesAllowed(Role.ADMIN)
    public Uni<RevisionDiff> diff(UUID id, long revision, long other) {
        return settings.diff(id, revision, other);
    }

    @POST
    @Path("/preview")
    @RolesAllowed(Role.ADMIN)
    @Consumes({MergePatchBody.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Uni<Preview> preview(UUID id, byte[] body) {
        return settings.preview(id, body);
    }
}
