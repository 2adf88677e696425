package io.parley.teamsettings.workflow;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.parley.teamsettings.rest.MergePatchBody;

/** Puts what is said of a workflow into its draft. */
@ApplicationScoped
class WorkflowDrafts {

    private final ObjectMapper json;
    private final MergePatchBody bodies;

    WorkflowDrafts(ObjectMapper json, MergePatchBody bodies) {
        this.json = json;
        this.bodies = bodies;
    }

    WorkflowBody patched(WorkflowRow row, byte[] patch) {
        var said = new LinkedHashMap<String, Object>();
        said.put("name", row.name);
        said.put("teams", row.teams);
        said.put("expiresAfter", row.expiresAfter);
        said.put("steps", bodies.read(row.steps.getBytes(StandardCharsets.UTF_8)));
        return bodies.merge(said, patch, WorkflowBody.class).valid();
    }

    void write(WorkflowBody body, WorkflowRow row) {
        row.name = body.name();
        row.teams = body.allTeams().toArray(UUID[]::new);
        row.expiresAfter = body.expiresAfter();
        try {
            row.steps = json.writeValueAsString(body.steps());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<StepBody> steps(WorkflowRow row) {
        try {
            return List.of(json.readValue(row.steps, StepBody[].class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
