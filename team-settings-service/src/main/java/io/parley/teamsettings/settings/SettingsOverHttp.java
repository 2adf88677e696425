package io.parley.teamsettings.settings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.rest.MergePatchBody;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.rest.Tag;
import io.parley.teamsettings.settings.model.SettingsPatch;
import io.parley.teamsettings.settings.model.lint.Finding;
import io.parley.teamsettings.settings.revision.RevisionDiff;
import io.parley.teamsettings.settings.revision.RevisionRow;
import io.parley.teamsettings.settings.revision.RevisionView;
import io.parley.teamsettings.settings.revision.Revisions;
import io.parley.teamsettings.settings.revision.SettingsText;

/** What the addresses of the organisation's and of a team's settings have in common. */
@ApplicationScoped
class SettingsOverHttp {

    private final SettingsStates states;
    private final ChangeSettings change;
    private final Revisions revisions;
    private final SettingsText text;
    private final MergePatchBody patch;
    private final PreviewSettings preview;

    SettingsOverHttp(
            SettingsStates states,
            ChangeSettings change,
            Revisions revisions,
            SettingsText text,
            MergePatchBody patch,
            PreviewSettings preview) {
        this.states = states;
        this.change = change;
        this.revisions = revisions;
        this.text = text;
        this.patch = patch;
        this.preview = preview;
    }

    @WithSession
    Uni<Response> get(UUID scope, boolean own, boolean explain, String known) {
        return states.get(scope)
                .map(state -> new Tag(state.revision()).answer(SettingsView.of(state, own, explain), known));
    }

    Uni<Response> change(UUID scope, byte[] body, String ifMatch, String reason) {
        return change.change(scope, SettingsPatch.of(patch.read(body)), ifMatch, valid(reason))
                .map(SettingsOverHttp::answer);
    }

    Uni<Response> restore(UUID scope, long revision, String ifMatch, String reason) {
        return change.restore(scope, revision, ifMatch, valid(reason)).map(SettingsOverHttp::answer);
    }

    @WithSession
    Uni<Page<RevisionView>> revisions(UUID scope, PageRequest request) {
        return states.get(scope)
                .chain(state -> revisions.page(scope, request))
                .map(rows -> Page.of(rows, request, row -> String.valueOf(row.revision()), this::view));
    }

    @WithSession
    Uni<RevisionView> revision(UUID scope, long revision) {
        return states.get(scope).chain(state -> revisions.get(scope, revision)).map(this::view);
    }

    @WithSession
    Uni<RevisionDiff> diff(UUID scope, long from, long to) {
        return states.get(scope).chain(state -> revisions.get(scope, from)).chain(before -> revisions
                .get(scope, to)
                .map(after -> RevisionDiff.of(from, text.readAll(before.own()), to, text.readAll(after.own()))));
    }

    /** What contradicts itself in the settings as they are. */
    record Linted(List<Finding> items) {}

    @WithSession
    Uni<Linted> lint(UUID scope) {
        return states.get(scope).map(state -> new Linted(state.lint(Instant.now())));
    }

    Uni<Preview> preview(UUID scope, byte[] body) {
        return preview.preview(scope, SettingsPatch.of(patch.read(body)));
    }

    private RevisionView view(RevisionRow row) {
        return RevisionView.of(row, text.readAll(row.own()));
    }

    private static String valid(String reason) {
        if (reason != null && reason.length() > 500) {
            throw Problem.invalid("/reason", "must have at most 500 characters");
        }
        return reason;
    }

    private static Response answer(SettingsState state) {
        var view = SettingsView.of(state, false, false);
        view.put("warnings", state.lint(Instant.now()));
        return new Tag(state.revision()).answer(view, null);
    }
}
