package io.parley.teamsettings.workflow;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** A published version of a workflow as the API shows it. */
record WorkflowVersionView(
        UUID id,
        int version,
        String name,
        String expiresAfter,
        @JsonRawValue String steps,
        Instant publishedAt,
        String author) {

    static WorkflowVersionView of(WorkflowVersionRow row) {
        return new WorkflowVersionView(
                row.workflow, row.version, row.name, row.expiresAfter, row.steps, row.publishedAt, row.author);
    }
}
