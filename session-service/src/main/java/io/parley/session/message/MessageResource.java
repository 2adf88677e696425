package io.parley.session.message;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import io.parley.session.access.Callers;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.view.Target;

/** The chat of a session, for those who may see it. */
@Idempotent
@Rehearsable
@Path("/api/sessions/{id}/messages")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "chat")
class MessageResource {

    private final Callers callers;
    private final ReadMessages readMessages;
    private final AddMessage addMessage;

    MessageResource(Callers callers, ReadMessages readMessages, AddMessage addMessage) {
        this.callers = callers;
        this.readMessages = readMessages;
        this.addMessage = addMessage;
    }

    @GET
    @Operation(summary = "The chat of a session, newest first; the cursor leads to what was written before")
    public Uni<Response> list(@BeanParam Target target, @Valid @BeanParam MessageQuery query, @Context UriInfo uri) {
        return callers.current()
                .chain(caller -> readMessages.inSession(target.id(), caller, query))
                .map(page -> page.answer(uri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write to the customer",
            description = "In the owner's name. What is written before the join waits for the customer in the room.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "403", description = "chat-off")
    @APIResponse(responseCode = "410", description = "session-ended")
    @APIResponse(responseCode = "429", description = "too-many-messages")
    public Uni<Response> add(@BeanParam Target target, @NotNull @Valid MessageInput input) {
        var text = input.clean();
        return callers.current()
                .chain(caller -> addMessage.byAgent(target, caller, text))
                .map(row -> Response.status(Response.Status.CREATED)
                        .entity(MessageView.of(row))
                        .build());
    }
}
