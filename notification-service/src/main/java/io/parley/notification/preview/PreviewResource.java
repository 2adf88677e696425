package io.parley.notification.preview;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;

import io.parley.notification.message.model.Channel;
import io.parley.notification.problem.ProblemType;
import io.parley.notification.template.Letters;
import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.problem.Problem;

/** Shows what a message would look like, before anybody gets it. */
@Idempotent
@Path("/api/templates/preview")
@RolesAllowed({"admin", "system"})
@Tag(name = "Templates")
public class PreviewResource {

    private final Letters letters;

    PreviewResource(Letters letters) {
        this.letters = letters;
    }

    @POST
    @NoCache
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write a message without sending it")
    @APIResponse(responseCode = "200", description = "The message as it would go out")
    @APIResponse(responseCode = "400", description = "Problem invalid-request or unreadable-request")
    public Uni<PreviewView> preview(@Valid PreviewRequest request) {
        if (request == null) {
            throw new Problem(ProblemType.UNREADABLE_REQUEST, "The body is empty.");
        }
        var letter = letters.write(request.toRequest(Instant.EPOCH));
        return Uni.createFrom()
                .item(PreviewView.of(
                        letter, request.channel() == Channel.SMS ? Letters.characters(letter.text()) : null));
    }
}
