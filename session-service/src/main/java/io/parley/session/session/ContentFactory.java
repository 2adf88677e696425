package io.parley.session.session;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.model.content.WorkflowStep;
import io.parley.session.settings.LibraryAsset;
import io.parley.session.settings.LibraryWorkflow;
import io.parley.session.settings.Snapshot;

/** Puts what a snapshot's library holds into a session; empty for what it does not hold. */
@ApplicationScoped
public class ContentFactory {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    public Optional<SessionAsset> asset(UUID id, Snapshot snapshot) {
        return snapshot.asset(id).map(this::inSession);
    }

    public Optional<SessionWorkflow> workflow(UUID id, Snapshot snapshot) {
        return snapshot.workflow(id).map(this::inSession);
    }

    private SessionAsset inSession(LibraryAsset asset) {
        return new SessionAsset(ids.generate(), asset.id(), asset.version(), asset.kind(), asset.name());
    }

    private SessionWorkflow inSession(LibraryWorkflow workflow) {
        return new SessionWorkflow(
                ids.generate(),
                workflow.id(),
                workflow.version(),
                workflow.name(),
                Snapshot.lifetime(workflow.expiresAfter()),
                workflow.steps().stream()
                        .map(step -> new WorkflowStep(step.id(), step.name(), step.kind(), step.asset(), null))
                        .toList(),
                new WorkflowState.Waiting());
    }
}
