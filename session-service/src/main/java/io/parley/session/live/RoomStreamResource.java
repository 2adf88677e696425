package io.parley.session.live;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.session.room.browser.RoomCookie;

/** What happens in the room, as it happens, for the customer's browser. */
@Path("/api/room/stream")
@PermitAll
@Tag(name = "room")
class RoomStreamResource {

    private final OpenStreams openStreams;

    RoomStreamResource(OpenStreams openStreams) {
        this.openStreams = openStreams;
    }

    @GET
    @Operation(
            summary = "The room, live",
            description = "Server-sent events as of one session, but for what is the agents' own affair. It ends when"
                    + " the browser may see the room no longer.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "a stream", value = StreamAnswer.EXAMPLE)))
    @APIResponse(responseCode = "401", description = "not-in-the-room")
    @APIResponse(responseCode = "429", description = "too-many-streams")
    public RestMulti<Buffer> stream(
            @CookieParam(RoomCookie.NAME) String cookie, @HeaderParam("Last-Event-ID") LastEventId last) {
        return StreamAnswer.of(openStreams.ofRoom(cookie, LastEventId.number(last)));
    }
}
