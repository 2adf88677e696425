package io.parley.teamsettings.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.Tag;
import io.parley.teamsettings.team.Teams;

/** Makes and edits drafts of workflows; no session sees a draft, but its teams change at once. */
@ApplicationScoped
class ChangeWorkflow {

    private final Changes changes;
    private final Workflows workflows;
    private final WorkflowDrafts drafts;
    private final StepAssets assets;
    private final Teams teams;

    ChangeWorkflow(Changes changes, Workflows workflows, WorkflowDrafts drafts, StepAssets assets, Teams teams) {
        this.changes = changes;
        this.workflows = workflows;
        this.drafts = drafts;
        this.assets = assets;
        this.teams = teams;
    }

    @WithTransaction
    Uni<WorkflowRow> create(WorkflowBody body) {
        return changes.next()
                .call(() -> teams.getAll(body.allTeams()))
                .call(() -> assets.requireFitting(body.steps()))
                .chain(moment -> create(body, moment));
    }

    @WithTransaction
    Uni<WorkflowRow> edit(UUID id, byte[] patch, String ifMatch) {
        return changes.next().chain(moment -> workflows
                .get(id)
                .invoke(ChangeWorkflow::requireInUse)
                .invoke(workflow -> new Tag(workflow.revision).require(ifMatch))
                .chain(workflow -> edit(workflow, drafts.patched(workflow, patch), moment)));
    }

    private Uni<WorkflowRow> create(WorkflowBody body, Moment moment) {
        var workflow = new WorkflowRow();
        workflow.id = Generators.timeBasedEpochGenerator().generate();
        workflow.createdAt = moment.at();
        drafts.write(body, workflow);
        return drafted(workflow, moment, "created " + workflow.name, List.of())
                .chain(() -> workflows.persist(workflow));
    }

    private Uni<WorkflowRow> edit(WorkflowRow workflow, WorkflowBody body, Moment moment) {
        var before = Set.of(workflow.teams);
        return teams.getAll(body.allTeams())
                .chain(() -> assets.requireFitting(body.steps()))
                .invoke(() -> drafts.write(body, workflow))
                .chain(() -> drafted(workflow, moment, "edited " + workflow.name, moved(workflow, before)))
                .replaceWith(workflow);
    }

    private Uni<Void> drafted(WorkflowRow workflow, Moment moment, String detail, List<Change> moved) {
        workflow.revision = moment.revision();
        var all = new ArrayList<>(List.of(Change.ofItem(Change.Kind.DRAFT, null, workflow.id, detail)));
        all.addAll(moved);
        return changes.tell(moment, all);
    }

    private static List<Change> moved(WorkflowRow workflow, Set<UUID> before) {
        var after = Set.of(workflow.teams);
        var touched = new LinkedHashSet<>(before);
        touched.addAll(after);
        touched.removeIf(team -> workflow.published == 0 || before.contains(team) && after.contains(team));
        return touched.stream()
                .map(team -> Change.ofItem(Change.Kind.WORKFLOWS, team, workflow.id, "teams of " + workflow.name))
                .toList();
    }

    private static void requireInUse(WorkflowRow workflow) {
        if (workflow.archived) {
            throw new Problem(ProblemType.ARCHIVED, null);
        }
    }
}
