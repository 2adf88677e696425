package io.parley.session.room;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.room.browser.RoomCookie;

/** The room, as the customer's browser asks for it. */
@Path("/api/room")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "room")
class RoomResource {

    private final ShowRoom showRoom;

    RoomResource(ShowRoom showRoom) {
        this.showRoom = showRoom;
    }

    @GET
    @Operation(summary = "The room of the session that this browser has entered last")
    public Uni<Response> get(@CookieParam(RoomCookie.NAME) String cookie, @Context Request request) {
        return showRoom.show(cookie).map(room -> RoomAnswers.ifChanged(room, request));
    }
}
