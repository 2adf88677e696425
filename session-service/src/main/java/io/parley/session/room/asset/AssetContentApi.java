package io.parley.session.room.asset;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The bytes of documents in teams' libraries, of which a snapshot holds the id and version only. */
@Path("/api/assets/{id}/versions/{version}/content")
@RegisterRestClient(configKey = "team-settings")
@OidcClientFilter
interface AssetContentApi {

    @GET
    @Produces(MediaType.WILDCARD)
    Multi<byte[]> read(UUID id, int version);
}
