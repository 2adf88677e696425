package io.parley.session.session.model.content;

import java.time.Instant;

/**
 * One step of a session workflow.
 *
 * @param id of the step in its workflow's definition
 * @param kind what the customer does: ACKNOWLEDGE, UPLOAD, FORM, SIGN
 * @param asset the asset that it is about; null for none
 * @param completedAt null while it is open
 */
public record WorkflowStep(String id, String name, String kind, String asset, Instant completedAt) {

    public WorkflowStep complete(Instant now) {
        return new WorkflowStep(id, name, kind, asset, now);
    }

    public boolean isDone() {
        return completedAt != null;
    }
}
