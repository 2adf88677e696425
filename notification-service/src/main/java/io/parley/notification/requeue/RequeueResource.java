package io.parley.notification.requeue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.notification.message.MakesDue;
import io.parley.notification.problem.ProblemType;
import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.problem.Problem;

/** What operators do after an outage: send what waits. */
@Idempotent
@Path("/api/notifications/requeue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "system"})
@Tag(name = "Operation")
public class RequeueResource {

    private final Requeue requeue;

    RequeueResource(Requeue requeue) {
        this.requeue = requeue;
    }

    @POST
    @MakesDue
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Try waiting messages at once, and dead letters again")
    @APIResponse(responseCode = "200", description = "How many were requeued")
    @APIResponse(responseCode = "400", description = "Problem unreadable-request")
    public Uni<Requeue.Requeued> requeue(RequeueRequest request) {
        if (request == null) {
            throw new Problem(ProblemType.UNREADABLE_REQUEST, "The body is empty.");
        }
        if (request.gateway() != null && request.gateway().indexOf('\0') >= 0) {
            throw Problem.invalid("/gateway", "must be the name of a gateway");
        }
        return requeue.requeue(request);
    }
}
