package io.parley.session.message;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.room.browser.FromOwnPage;
import io.parley.session.room.browser.RoomCookie;

/** The chat of the room, as the customer's browser asks for it. */
@Idempotent
@Path("/api/room/messages")
@PermitAll
@FromOwnPage
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "room")
class RoomMessageResource {

    private final ReadMessages readMessages;
    private final AddMessage addMessage;

    RoomMessageResource(ReadMessages readMessages, AddMessage addMessage) {
        this.readMessages = readMessages;
        this.addMessage = addMessage;
    }

    @GET
    @Operation(summary = "The chat, newest first; the cursor leads to what was written before")
    public Uni<Response> list(
            @CookieParam(RoomCookie.NAME) String cookie, @Valid @BeanParam MessageQuery query, @Context UriInfo uri) {
        return readMessages.inRoom(cookie, query).map(page -> page.answer(uri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write to the agent")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "401", description = "not-in-the-room")
    @APIResponse(responseCode = "403", description = "chat-off, access-ended, foreign-origin")
    @APIResponse(responseCode = "429", description = "too-many-messages")
    public Uni<Response> add(@CookieParam(RoomCookie.NAME) String cookie, @NotNull @Valid MessageInput input) {
        var text = input.clean();
        return addMessage.byCustomer(cookie, text).map(row -> Response.status(Response.Status.CREATED)
                .entity(MessageView.of(row))
                .build());
    }
}
