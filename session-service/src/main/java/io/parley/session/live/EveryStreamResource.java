package io.parley.session.live;

import java.time.Instant;

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

/** What happens in all sessions that a caller may see, as it happens. */
@Path("/api/stream")
@RolesAllowed({"agent", "supervisor", "system"})
@Tag(name = "live")
class EveryStreamResource {

    private final Callers callers;
    private final JsonWebToken token;
    private final OpenStreams openStreams;

    EveryStreamResource(Callers callers, JsonWebToken token, OpenStreams openStreams) {
        this.callers = callers;
        this.token = token;
        this.openStreams = openStreams;
    }

    @GET
    @Operation(
            summary = "All sessions that the caller may see, live",
            description =
                    "Server-sent events as of one session. With Last-Event-ID it goes on where the reader left off, and some may"
                            + " come twice (sessionId and sequence tell); who was away for long gets a reset instead, and reads the lists anew.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "a stream", value = StreamAnswer.EXAMPLE)))
    @APIResponse(responseCode = "429", description = "too-many-streams")
    public RestMulti<Buffer> stream(@HeaderParam("Last-Event-ID") LastEventId last) {
        var until = Instant.ofEpochSecond(token.getExpirationTime());
        return StreamAnswer.of(callers.current()
                .map(caller -> openStreams.ofAll(caller, LastEventId.number(last)))
                .map(stream -> stream.closeAt(until, Bye.TOKEN_EXPIRED)));
    }
}
