package io.parley.session.session.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.model.content.WorkflowStep;

/**
 * A session workflow as agents and customers see it.
 *
 * @param expiresAt when its clock lapses; absent while none runs
 * @param remaining what the clock had left when it was stopped; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowView(
        UUID id,
        UUID workflow,
        int version,
        String name,
        String state,
        Instant expiresAt,
        Duration remaining,
        List<WorkflowStep> steps) {

    public static WorkflowView of(SessionWorkflow workflow) {
        var state = workflow.state();
        return new WorkflowView(
                workflow.id(),
                workflow.workflow(),
                workflow.version(),
                workflow.name(),
                state.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                state.expiresAt(),
                state instanceof WorkflowState.Stopped stopped ? stopped.remaining() : null,
                workflow.steps());
    }
}
