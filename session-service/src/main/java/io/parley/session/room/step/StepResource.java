package io.parley.session.room.step;

import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.room.RoomAnswers;
import io.parley.session.room.ShowRoom;
import io.parley.session.room.browser.FromOwnPage;
import io.parley.session.room.browser.RoomCookie;
import io.parley.session.room.step.CompleteStep.Doing;

/** The customer does the steps of the workflows in the room. */
@Idempotent
@Path("/api/room/workflows/{workflow}/steps/{step}")
@PermitAll
@FromOwnPage
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "room")
class StepResource {

    private final CompleteStep completeStep;
    private final ShowRoom showRoom;

    StepResource(CompleteStep completeStep, ShowRoom showRoom) {
        this.completeStep = completeStep;
        this.showRoom = showRoom;
    }

    /** @param input by the kind of the step: absent, the form's object, {name}, or {document} */
    record StepInput(@Schema(implementation = Object.class) JsonNode input) {

        JsonNode orNothing() {
            return input == null || input.isNull() ? null : input;
        }

        @Override
        public String toString() {
            return "StepInput[…]"; // what customers enter must not reach a log by accident
        }
    }

    @POST
    @Operation(summary = "Do the next step of a workflow; doing a done one again is done already")
    public Uni<Response> complete(
            UUID workflow,
            String step,
            @CookieParam(RoomCookie.NAME) String cookie,
            @NotNull StepInput input,
            @Context HttpHeaders headers) {
        var language = headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ENGLISH);
        return completeStep
                .complete(cookie, new Doing(workflow, step, input.orNothing(), language))
                .chain(showRoom::show)
                .map(RoomAnswers::ok);
    }
}
