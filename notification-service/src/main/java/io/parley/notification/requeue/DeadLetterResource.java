package io.parley.notification.requeue;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.notification.intake.DeadLetterShelf;

/** What could not be worked off, and why. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "system"})
@Tag(name = "Operation")
public class DeadLetterResource {

    private static final int MOST = 100;

    private final DeadLetterShelf deadLetters;

    DeadLetterResource(DeadLetterShelf deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** The oldest dead letters. */
    public record DeadLetterList(List<DeadLetterShelf.Label> items) {}

    @GET
    @Operation(summary = "Events that could not be worked off, oldest first, each with its reason")
    @APIResponse(responseCode = "200", description = "At most 100; requeue tries them again")
    public Uni<DeadLetterList> oldest() {
        return deadLetters.oldest(MOST).map(DeadLetterList::new);
    }
}
