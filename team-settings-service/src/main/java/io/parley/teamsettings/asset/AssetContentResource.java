package io.parley.teamsettings.asset;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.problem.Problem;
import io.parley.rest.time.OwnTime;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.content.Contents;
import io.parley.teamsettings.content.StoredContent;
import io.parley.teamsettings.rest.Tag;

/** What is in documents, over HTTP: sent as multipart, answered as a stream. */
@Idempotent
@Path("/api/assets/{id}")
class AssetContentResource {

    private final Assets assets;
    private final ChangeAsset change;
    private final Contents contents;

    AssetContentResource(Assets assets, ChangeAsset change, Contents contents) {
        this.assets = assets;
        this.change = change;
        this.contents = contents;
    }

    @POST
    @Path("/content")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @OwnTime
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> fill(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @RestForm("file") FileUpload file) {
        if (file == null) {
            throw Problem.invalid("/file", "must be given as a part named file");
        }
        return change.fill(id, file.uploadedFile(), ifMatch)
                .map(asset -> new Tag(asset.revision).answer(AssetView.of(asset), null));
    }

    @GET
    @Path("/versions/{version}/content")
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public RestMulti<Buffer> content(UUID id, int version) {
        return RestMulti.fromUniResponse(find(id, version), this::read, AssetContentResource::headers);
    }

    @WithSession
    Uni<StoredContent> find(UUID id, int version) {
        return assets.version(id, version).chain(row -> contents.find(row.content == null ? "" : row.content));
    }

    private Multi<Buffer> read(StoredContent content) {
        return contents.read(content.sha256());
    }

    private static Map<String, List<String>> headers(StoredContent content) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                List.of(content.contentType()),
                HttpHeaders.CONTENT_LENGTH,
                List.of(String.valueOf(content.size())),
                HttpHeaders.ETAG,
                List.of("\"" + content.sha256() + "\""),
                HttpHeaders.CACHE_CONTROL,
                List.of("private, max-age=31536000, immutable"),
                HttpHeaders.CONTENT_DISPOSITION,
                List.of("attachment"),
                "X-Content-Type-Options",
                List.of("nosniff"));
    }
}
