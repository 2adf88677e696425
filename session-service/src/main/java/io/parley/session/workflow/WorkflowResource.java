package io.parley.session.workflow;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.access.Callers;
import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.ReadSession;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.view.SessionAnswers;
import io.parley.session.session.view.Target;
import io.parley.session.session.view.WorkflowView;

/** The workflows that are in a session. */
@Idempotent
@Rehearsable
@Path("/api/sessions/{id}")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "content")
class WorkflowResource {

    private final Callers callers;
    private final ReadSession readSession;
    private final ChangeWorkflows changeWorkflows;
    private final SessionAnswers answers;

    WorkflowResource(
            Callers callers, ReadSession readSession, ChangeWorkflows changeWorkflows, SessionAnswers answers) {
        this.answers = answers;
        this.callers = callers;
        this.readSession = readSession;
        this.changeWorkflows = changeWorkflows;
    }

    /** What a part of the list looks like. */
    record Items(List<WorkflowView> items, String nextCursor) {}

    /** @param workflow id of a workflow in the settings' library */
    record AddInput(@NotNull UUID workflow) {}

    /** @param workflow id of the session workflow */
    record RestartInput(@NotNull UUID workflow) {}

    @GET
    @Path("/workflows")
    @Operation(summary = "The workflows of a session")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Items.class)))
    public Uni<Response> list(
            @BeanParam Target target,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(ListPart.MOST) int limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var after = Cursor.id(cursor);
        return callers.current()
                .chain(caller -> readSession.read(target.id(), caller))
                .map(session -> ListPart.after(after, session.content().workflows(), SessionWorkflow::id))
                .map(rest -> ListPart.of(rest, limit, WorkflowView::of, workflow -> Cursor.after(workflow.id())))
                .map(part -> part.answer(uri));
    }

    @POST
    @Path("/workflows")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put a workflow into a session")
    public Uni<Response> add(@BeanParam Target target, @NotNull @Valid AddInput input) {
        return callers.current()
                .chain(caller -> changeWorkflows.add(target, input.workflow(), caller))
                .chain(answers::ok);
    }

    @DELETE
    @Path("/workflows/{workflow}")
    @Operation(summary = "Take an unfinished workflow out of a session")
    public Uni<Response> remove(@BeanParam Target target, UUID workflow) {
        return callers.current()
                .chain(caller -> changeWorkflows.remove(target, workflow, caller))
                .chain(answers::ok);
    }

    @POST
    @Path("/restart-workflow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start the clock of an unfinished workflow over")
    public Uni<Response> restart(@BeanParam Target target, @NotNull @Valid RestartInput input) {
        return callers.current()
                .chain(caller -> changeWorkflows.restart(target, input.workflow(), caller))
                .chain(answers::ok);
    }
}
