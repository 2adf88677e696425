package io.parley.session.eventlog;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.time.OwnTime;
import io.parley.session.listing.Cursor;

/** The event log: what other systems get from Kafka, for those that have none, or have lost their place. */
@Path("/api/events")
@RolesAllowed("system")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
class EventResource {

    private final ReadEvents readEvents;

    EventResource(ReadEvents readEvents) {
        this.readEvents = readEvents;
    }

    @GET
    @OwnTime
    @Operation(
            summary = "The events of all sessions after a cursor, in an order that never changes",
            description = "As on parley.sessions: the attributes are the record's headers, data is its value, byte for"
                    + " byte. Per session in the order of the sequence. Go on with nextCursor, which is always there.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EventPage.class)))
    public Uni<Response> list(
            @Parameter(description = "nextCursor of an answer before; without it from the very beginning")
                    @QueryParam("after")
                    String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @Parameter(description = "Seconds to wait for the first event, where there is none yet")
                    @QueryParam("wait")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(30)
                    int wait) {
        return readEvents
                .after(Cursor.number(after), limit, Duration.ofSeconds(wait))
                .map(page -> Response.ok(page)
                        .header(
                                "Link",
                                "</api/events?limit=" + limit + "&after=" + page.nextCursor() + ">; rel=\"next\"")
                        .build());
    }
}
