package io.parley.session.room.asset;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.session.room.browser.RoomCookie;
import io.parley.session.room.document.FileName;
import io.parley.session.settings.LibraryAsset;

/** Documents of the team's library that are in the room, passed on as team-settings-service has them. */
@Path("/api/room/assets/{asset}/content")
@PermitAll
@Tag(name = "room")
class RoomAssetResource {

    private final FindAsset findAsset;
    private final AssetContentApi contents;

    RoomAssetResource(FindAsset findAsset, @RestClient AssetContentApi contents) {
        this.findAsset = findAsset;
        this.contents = contents;
    }

    /** @param asset the library's id */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A document of the library, as the room shows it")
    public RestMulti<byte[]> get(UUID asset, @CookieParam(RoomCookie.NAME) String cookie) {
        return RestMulti.fromUniResponse(findAsset.inRoom(cookie, asset), this::bytes, RoomAssetResource::headers);
    }

    private Multi<byte[]> bytes(LibraryAsset asset) {
        return contents.read(asset.id(), asset.version());
    }

    private static Map<String, List<String>> headers(LibraryAsset asset) {
        var type = asset.contentType() == null ? MediaType.APPLICATION_OCTET_STREAM : asset.contentType();
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                List.of(type),
                HttpHeaders.CONTENT_DISPOSITION,
                List.of(FileName.attachmentOf(asset.name(), type)),
                "Content-Security-Policy",
                List.of("default-src 'none'; sandbox"));
    }
}
