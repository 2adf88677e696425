package io.parley.teamsettings.asset;

import java.net.URI;
import java.util.List;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.rest.idempotency.Idempotent;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.rest.MergePatchBody;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.rest.QueryId;
import io.parley.teamsettings.rest.Tag;

/** The teams' assets over HTTP: drafts, published versions, and what is archived. */
@Idempotent
@Path("/api/assets")
@Produces(MediaType.APPLICATION_JSON)
class AssetResource {

    private final Assets assets;
    private final ChangeAsset change;
    private final PublishAsset publish;

    AssetResource(Assets assets, ChangeAsset change, PublishAsset publish) {
        this.assets = assets;
        this.change = change;
        this.publish = publish;
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> create(@NotNull @Valid AssetBody body) {
        return change.create(body.valid())
                .map(asset -> answer(asset, Response.created(URI.create("/api/assets/" + asset.id))));
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    @WithSession
    public Uni<Page<AssetView>> list(
            @QueryParam("team") String team, @QueryParam("archived") boolean archived, @BeanParam PageRequest request) {
        return assets.page(QueryId.of("team", team), archived, request)
                .map(rows -> Page.of(rows, request, row -> row.id.toString(), AssetView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    @WithSession
    public Uni<Response> get(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return assets.get(id).map(asset -> new Tag(asset.revision).answer(AssetView.of(asset), known));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MergePatchBody.MEDIA_TYPE)
    public Uni<Response> edit(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return change.edit(id, body, ifMatch).map(asset -> answer(asset, Response.ok()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> delete(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return publish.delete(id, ifMatch)
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> publish(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return publish.publish(id, ifMatch).map(asset -> answer(asset, Response.ok()));
    }

    @POST
    @Path("/{id}/archive")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> archive(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return publish.archive(id, true, ifMatch).map(asset -> answer(asset, Response.ok()));
    }

    @POST
    @Path("/{id}/unarchive")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> unarchive(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return publish.archive(id, false, ifMatch).map(asset -> answer(asset, Response.ok()));
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    @WithSession
    public Uni<List<AssetVersionView>> versions(UUID id) {
        return assets.get(id)
                .chain(asset -> assets.versions(id))
                .map(rows -> rows.stream().map(AssetVersionView::of).toList());
    }

    @GET
    @Path("/{id}/versions/{version}")
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    @WithSession
    public Uni<AssetVersionView> version(UUID id, int version) {
        return assets.version(id, version).map(AssetVersionView::of);
    }

    private static Response answer(AssetRow asset, Response.ResponseBuilder answer) {
        return new Tag(asset.revision).answer(answer.entity(AssetView.of(asset)));
    }
}
