package io.parley.notification.replay;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.notification.message.PastFacts;
import io.parley.notification.problem.ProblemType;
import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.problem.Problem;

/** What operators do after deliveries were lost with their topic: the ledger tells them once more. */
@Idempotent
@Path("/api/notifications/replay")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "system"})
@Tag(name = "Operation")
public class ReplayResource {

    private final PastFacts facts;

    ReplayResource(PastFacts facts) {
        this.facts = facts;
    }

    /**
     * What was done.
     *
     * @param replayed how many deliveries are on their way to the topic
     * @param nextCursor for the next call; absent when all is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Replayed(int replayed, String nextCursor) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell once more what became of messages",
            description =
                    "To parley.deliveries, with the same ids: who has heard of it drops it. Of each message that was"
                            + " sent, delivered or undelivered, its last word. A call tells of a part: repeat it with nextCursor"
                            + " as after, until there is none.")
    @APIResponse(responseCode = "200", description = "They are on their way")
    @APIResponse(responseCode = "400", description = "Problem invalid-request, or unreadable-request")
    public Uni<Replayed> replay(ReplayRequest request) {
        if (request == null) {
            throw new Problem(ProblemType.UNREADABLE_REQUEST, "The body is empty.");
        }
        int most = request.most();
        return facts.tell(request.which(), request.place(), most).map(told -> replayed(told, most));
    }

    private static Replayed replayed(List<PastFacts.Place> told, int most) {
        var more = told.size() == most;
        return new Replayed(told.size(), more ? ReplayRequest.cursor(told.get(most - 1)) : null);
    }
}
