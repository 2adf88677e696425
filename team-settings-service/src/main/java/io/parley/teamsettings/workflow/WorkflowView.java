package io.parley.teamsettings.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** A workflow as the API shows it: its draft; version is the one that is published, none for a draft that never was. */
record WorkflowView(
        UUID id,
        String name,
        List<UUID> teams,
        Integer version,
        boolean archived,
        String expiresAfter,
        @JsonRawValue String steps,
        Instant createdAt) {

    static WorkflowView of(WorkflowRow row) {
        return new WorkflowView(
                row.id,
                row.name,
                List.of(row.teams),
                row.published == 0 ? null : row.published,
                row.archived,
                row.expiresAfter,
                row.steps,
                row.createdAt);
    }
}
