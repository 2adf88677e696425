package io.parley.teamsettings.workflow;

import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.Tag;

/** Makes a draft the next version, which is never changed; and takes workflows out of use and back. */
@ApplicationScoped
class PublishWorkflow {

    private final Changes changes;
    private final Workflows workflows;
    private final WorkflowDrafts drafts;
    private final StepAssets assets;

    PublishWorkflow(Changes changes, Workflows workflows, WorkflowDrafts drafts, StepAssets assets) {
        this.changes = changes;
        this.workflows = workflows;
        this.drafts = drafts;
        this.assets = assets;
    }

    @WithTransaction
    Uni<WorkflowRow> publish(UUID id, String ifMatch) {
        return changes.next().chain(moment -> workflows
                .get(id)
                .invoke(workflow -> new Tag(workflow.revision).allow(ifMatch))
                .invoke(workflow -> refuse(workflow.archived, ProblemType.ARCHIVED))
                .call(workflow -> assets.requirePublished(drafts.steps(workflow)))
                .chain(workflow -> publish(workflow, moment)));
    }

    @WithTransaction
    Uni<WorkflowRow> archive(UUID id, boolean archived, String ifMatch) {
        return changes.next().chain(moment -> workflows
                .get(id)
                .invoke(workflow -> new Tag(workflow.revision).allow(ifMatch))
                .invoke(workflow -> workflow.archived = archived)
                .call(workflow -> told(workflow, moment, archived ? "archived" : "back in use")));
    }

    /** Only what was never published; nothing can have it. */
    @WithTransaction
    Uni<Void> delete(UUID id, String ifMatch) {
        return changes.next().chain(moment -> workflows
                .get(id)
                .invoke(workflow -> new Tag(workflow.revision).allow(ifMatch))
                .invoke(workflow -> refuse(workflow.published > 0, ProblemType.ALREADY_PUBLISHED))
                .call(workflows::delete)
                .chain(workflow ->
                        changes.tell(moment, Change.ofItem(Change.Kind.DRAFT, null, id, "deleted " + workflow.name))));
    }

    private Uni<WorkflowRow> publish(WorkflowRow workflow, Moment moment) {
        workflow.published++;
        return workflows
                .add(version(workflow, moment))
                .chain(() -> told(workflow, moment, "published version " + workflow.published))
                .replaceWith(workflow);
    }

    private Uni<Void> told(WorkflowRow workflow, Moment moment, String detail) {
        workflow.revision = moment.revision();
        return changes.tell(
                moment,
                Arrays.stream(workflow.teams)
                        .map(team -> Change.ofItem(Change.Kind.WORKFLOWS, team, workflow.id, detail))
                        .toList());
    }

    private static WorkflowVersionRow version(WorkflowRow workflow, Moment moment) {
        var version = new WorkflowVersionRow();
        version.workflow = workflow.id;
        version.version = workflow.published;
        version.name = workflow.name;
        version.expiresAfter = workflow.expiresAfter;
        version.steps = workflow.steps;
        version.publishedAt = moment.at();
        version.author = moment.author();
        return version;
    }

    private static void refuse(boolean isWrong, ProblemType type) {
        if (isWrong) {
            throw new Problem(type, null);
        }
    }
}
