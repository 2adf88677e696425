package io.parley.session.workflow;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.access.Callers;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.ReadSession;
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

    record Items(List<WorkflowView> items) {}

    /** @param workflow id of a workflow in the settings' library */
    record AddInput(@NotNull UUID workflow) {}

    /** @param workflow id of the session workflow */
    record RestartInput(@NotNull UUID workflow) {}

    @GET
    @Path("/workflows")
    @Operation(summary = "The workflows of a session")
    public Uni<Items> list(@BeanParam Target target) {
        return callers.current()
                .chain(caller -> readSession.read(target.id(), caller))
                .map(session -> new Items(session.content().workflows().stream()
                        .map(WorkflowView::of)
                        .toList()));
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
