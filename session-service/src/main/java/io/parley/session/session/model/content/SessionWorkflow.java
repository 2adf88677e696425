package io.parley.session.session.model.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.parley.session.session.model.Lifetime;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;

/**
 * A workflow that was put into a session, with a clock of its own.
 *
 * @param id in this session
 * @param workflow the definition's id
 * @param length of its clock
 */
public record SessionWorkflow(
        UUID id,
        UUID workflow,
        int version,
        String name,
        Lifetime length,
        List<WorkflowStep> steps,
        WorkflowState state) {

    public SessionWorkflow {
        steps = List.copyOf(steps);
    }

    public SessionWorkflow move(UnaryOperator<WorkflowState> how) {
        return new SessionWorkflow(id, workflow, version, name, length, steps, how.apply(state));
    }

    public SessionWorkflow start(Instant now) {
        return move(s -> s.start(length, now));
    }

    public SessionWorkflow restart(Instant now) {
        return move(s -> s.restart(length, now));
    }

    /** Steps are done in their order; the last one completes the workflow. */
    public SessionWorkflow completeStep(String step, Instant now) {
        var next = nextStep().orElseThrow(() -> new MoveRefused(Refusal.WORKFLOW_COMPLETED));
        if (!next.id().equals(step)) {
            throw new MoveRefused(Refusal.STEP_NOT_NEXT);
        }
        var done = steps.stream()
                .map(s -> s.id().equals(step) ? s.complete(now) : s)
                .toList();
        var progressed = new SessionWorkflow(id, workflow, version, name, length, done, state);
        return progressed.nextStep().isPresent() ? progressed : progressed.move(s -> s.complete(now));
    }

    public Optional<WorkflowStep> nextStep() {
        return steps.stream().filter(s -> !s.isDone()).findFirst();
    }

    public Optional<WorkflowStep> step(String wanted) {
        return steps.stream().filter(s -> s.id().equals(wanted)).findFirst();
    }
}
