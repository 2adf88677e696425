package io.parley.teamsettings.resolution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.resolution.model.Snapshot;

/** Snapshots by their hash, for ever. */
@Path("/api/snapshots")
@Produces(MediaType.APPLICATION_JSON)
class SnapshotResource {

    private final Snapshots snapshots;

    SnapshotResource(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GET
    @Path("/{hash}")
    @RolesAllowed({Role.SYSTEM, Role.ADMIN})
    public Uni<Response> get(String hash) {
        return snapshots.get(hash).map(SnapshotResource::answer);
    }

    private static Response answer(Snapshot snapshot) {
        return Response.ok(snapshot.json())
                .header(HttpHeaders.ETAG, "\"" + snapshot.hash() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .build();
    }
}
