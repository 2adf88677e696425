package io.parley.session.eventlog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.problem.Problem;
import io.parley.session.eventlog.ReplayEvents.Replayed;

/** Past events once more, for a consumer that lost them or is new. */
@Idempotent
@Path("/api/events/replay")
@RolesAllowed({"system", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "events")
class ReplayResource {

    private final ReplayEvents replayEvents;
    private final ReplayConfig config;

    ReplayResource(ReplayEvents replayEvents, ReplayConfig config) {
        this.replayEvents = replayEvents;
        this.config = config;
    }

    @POST
    @Operation(
            summary = "Send past events to a topic of their own",
            description = "By session, time or type; same ids and bytes as the first time, in the log's order. A call"
                    + " sends a part of it: repeat it with nextCursor as after, until there is none. Repeating a call"
                    + " sends its part again, unless under the same Idempotency-Key.")
    @APIResponse(responseCode = "200", description = "The broker has them")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: the broker does not take them, has no such topic, or two replays run already")
    public Uni<Replayed> replay(@NotNull @Valid ReplayInput input) {
        if (!input.topic().startsWith(config.topicPrefix())) {
            throw Problem.invalid("/topic", "must begin with " + config.topicPrefix());
        }
        input.requireTimes();
        return replayEvents.replay(input);
    }
}
