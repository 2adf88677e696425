package io.parley.story.stress;

import java.util.List;
import java.util.UUID;

import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.model.content.WorkflowStep;

/**
 * What can be put into the sessions under stress.
 *
 * @param template the one workflow, as any session workflow that was made of it
 */
record TheLibrary(SessionWorkflow template) {

    static SessionAsset asset(Entry entry) {
        var asset = entry.data().get("asset");
        return new SessionAsset(
                UUID.fromString(asset.get("id").asText()),
                UUID.fromString(asset.get("asset").asText()),
                asset.get("version").asInt(),
                asset.get("kind").asText(),
                "");
    }

    SessionWorkflow workflow(UUID id) {
        List<WorkflowStep> steps = template.steps().stream()
                .map(step -> new WorkflowStep(step.id(), step.name(), step.kind(), step.asset(), null))
                .toList();
        return new SessionWorkflow(
                id,
                template.workflow(),
                template.version(),
                template.name(),
                template.length(),
                steps,
                new WorkflowState.Waiting());
    }
}
