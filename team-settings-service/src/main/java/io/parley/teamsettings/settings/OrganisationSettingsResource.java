package io.parley.teamsettings.settings;

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

/** The organisation's settings over HTTP, which each team inherits. */
@Idempotent
@Path("/api/settings")
@Produces(MediaType.APPLICATION_JSON)
class OrganisationSettingsResource {

    private final SettingsOverHttp settings;

    OrganisationSettingsResource(SettingsOverHttp settings) {
        this.settings = settings;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    public Uni<Response> get(
            @QueryParam("own") boolean own,
            @QueryParam("explain") boolean explain,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return settings.get(Scope.ORGANISATION, own, explain, known);
    }

    @PATCH
    @RolesAllowed(Role.ADMIN)
    @Consumes(MergePatchBody.MEDIA_TYPE)
    public Uni<Response> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @QueryParam("reason") String reason, byte[] body) {
        return settings.change(Scope.ORGANISATION, body, ifMatch, reason);
    }

    @GET
    @Path("/revisions")
    @RolesAllowed(Role.ADMIN)
    public Uni<Page<RevisionView>> revisions(@BeanParam PageRequest request) {
        return settings.revisions(Scope.ORGANISATION, request);
    }

    @GET
    @Path("/revisions/{revision}")
    @RolesAllowed(Role.ADMIN)
    public Uni<RevisionView> revision(long revision) {
        return settings.revision(Scope.ORGANISATION, revision);
    }

    @POST
    @Path("/revisions/{revision}/restore")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> restore(
            long revision, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @QueryParam("reason") String reason) {
        return settings.restore(Scope.ORGANISATION, revision, ifMatch, reason);
    }

    @GET
    @Path("/revisions/{revision}/diff/{other}")
    @RolesAllowed(Role.ADMIN)
    public Uni<RevisionDiff> diff(long revision, long other) {
        return settings.diff(Scope.ORGANISATION, revision, other);
    }

    @GET
    @Path("/lint")
    @RolesAllowed(Role.ADMIN)
    public Uni<SettingsOverHttp.Linted> lint() {
        return settings.lint(Scope.ORGANISATION);
    }

    @POST
    @Path("/preview")
    @RolesAllowed(Role.ADMIN)
    @Consumes({MergePatchBody.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Uni<Preview> preview(byte[] body) {
        return settings.preview(Scope.ORGANISATION, body);
    }
}
