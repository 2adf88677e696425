package io.parley.session.session.model.content;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;

/**
 * What is in the room by way of the settings, assets and session workflows, and how much was written there.
 *
 * @param messages how many there are in the chat; also the number of the last one
 */
public record Content(List<SessionAsset> assets, List<SessionWorkflow> workflows, int messages) {

    public static final Content EMPTY = Content.of(List.of(), List.of());

    public Content {
        assets = List.copyOf(assets);
        workflows = List.copyOf(workflows);
    }

    /** What a session begins with. */
    public static Content of(List<SessionAsset> assets, List<SessionWorkflow> workflows) {
        return new Content(assets, workflows, 0);
    }

    public Content add(SessionAsset asset) {
        return new Content(Stream.concat(assets.stream(), Stream.of(asset)).toList(), workflows, messages);
    }

    public Content addMessage() {
        return new Content(assets, workflows, messages + 1);
    }

    public Content add(SessionWorkflow workflow) {
        return new Content(
                assets, Stream.concat(workflows.stream(), Stream.of(workflow)).toList(), messages);
    }

    public Content remove(UUID id) {
        return new Content(
                assets.stream().filter(a -> !a.id().equals(id)).toList(),
                workflows.stream().filter(w -> !w.id().equals(id)).toList(),
                messages);
    }

    public Content changeWorkflows(UnaryOperator<SessionWorkflow> change) {
        return new Content(assets, workflows.stream().map(change).toList(), messages);
    }

    public Content replace(SessionWorkflow workflow) {
        return changeWorkflows(w -> w.id().equals(workflow.id()) ? workflow : w);
    }

    public SessionWorkflow workflow(UUID id) {
        return workflows.stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MoveRefused(Refusal.WORKFLOW_UNKNOWN));
    }

    public SessionWorkflow unfinishedWorkflow(UUID id) {
        var workflow = workflow(id);
        if (workflow.state().isFinished()) {
            throw new MoveRefused(Refusal.WORKFLOW_COMPLETED);
        }
        return workflow;
    }

    public SessionAsset asset(UUID id) {
        return assets.stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MoveRefused(Refusal.ASSET_UNKNOWN));
    }

    /** The workflows that differ in state from how they were before. */
    public List<SessionWorkflow> movedSince(Content before) {
        return workflows.stream()
                .filter(w -> before.workflows.stream()
                        .anyMatch(b -> b.id().equals(w.id()) && !b.state().equals(w.state())))
                .toList();
    }
}
