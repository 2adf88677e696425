package io.parley.session.room.step;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.access.Callers;

/**
 * What the customer put into the steps of a workflow. Whoever may see the session may see it: owners, their
 * supervisors and machines work with it, and administrators, who do not, may not see sessions either.
 */
@Path("/api/sessions/{id}")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "content")
class InputResource {

    private final Callers callers;
    private final ReadInputs readInputs;
    private final ObjectMapper json;

    InputResource(Callers callers, ReadInputs readInputs, ObjectMapper json) {
        this.callers = callers;
        this.readInputs = readInputs;
        this.json = json;
    }

    record Items(List<InputView> items) {}

    record InputView(
            String step,
            @Schema(implementation = Object.class) JsonNode input,
            Instant at) {}

    @GET
    @Path("/workflows/{workflow}/inputs")
    @Operation(summary = "What the customer put into the steps of a workflow")
    public Uni<Items> list(UUID id, UUID workflow) {
        return callers.current()
                .chain(caller -> readInputs.read(id, workflow, caller))
                .map(rows -> new Items(rows.stream().map(this::view).toList()));
    }

    private InputView view(StepInputRow row) {
        try {
            return new InputView(row.step, json.readTree(row.input), row.at);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
