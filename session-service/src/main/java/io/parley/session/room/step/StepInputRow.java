package io.parley.session.room.step;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What the customer put into one step, as JSON. */
@Entity
@Table(name = "step_input")
@IdClass(StepInputRow.Key.class)
public class StepInputRow {

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    @Column(name = "workflow_id")
    UUID workflowId;

    @Id
    String step;

    @Column(columnDefinition = "text")
    String input;

    Instant at;

    StepInputRow() {}

    StepInputRow(UUID sessionId, UUID workflowId, String step, String input, Instant at) {
        this.sessionId = sessionId;
        this.workflowId = workflowId;
        this.step = step;
        this.input = input;
        this.at = at;
    }

    /** A step of a workflow in a session. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        UUID sessionId;
        UUID workflowId;
        String step;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.sessionId.equals(sessionId)
                    && key.workflowId.equals(workflowId)
                    && key.step.equals(step);
        }

        @Override
        public int hashCode() {
            return Objects.hash(sessionId, workflowId, step);
        }
    }
}
