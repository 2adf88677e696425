package io.parley.session.live;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.session.access.Callers;
import io.parley.session.live.stream.Bye;

/** What happens in one session, as it happens. */
@Path("/api/sessions/{id}/stream")
@RolesAllowed({"agent", "supervisor", "system"})
@Tag(name = "live")
class StreamResource {

    private final Callers callers;
    private final JsonWebToken token;
    private final OpenStreams openStreams;

    StreamResource(Callers callers, JsonWebToken token, OpenStreams openStreams) {
        this.callers = callers;
        this.token = token;
        this.openStreams = openStreams;
    }

    @GET
    @Operation(
            summary = "One session, live",
            description =
                    "Server-sent events: hello (how far it has come, who is there), change (an entry of the timeline, its id is"
                            + " the sequence), presence, bye (with the reason). With Last-Event-ID it goes on after that"
                            + " sequence, without a gap. A comment comes every 15 seconds. It ends with the token.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "a stream", value = StreamAnswer.EXAMPLE)))
    @APIResponse(responseCode = "429", description = "too-many-streams")
    public RestMulti<Buffer> stream(UUID id, @HeaderParam("Last-Event-ID") LastEventId last) {
        var until = Instant.ofEpochSecond(token.getExpirationTime());
        return StreamAnswer.of(callers.current()
                .chain(caller -> openStreams.ofSession(id, caller, LastEventId.number(last)))
                .map(stream -> stream.closeAt(until, Bye.TOKEN_EXPIRED)));
    }
}
