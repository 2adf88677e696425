package io.parley.teamsettings.settings;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.problem.Problem;
import io.parley.teamsettings.rest.MergePatchBody;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.rest.Tag;
import io.parley.teamsettings.settings.model.SettingsPatch;

/** What the addresses of the organisation's and of a team's settings have in common. */
@ApplicationScoped
class SettingsOverHttp {

    private final SettingsStates states;
    private final ChangeSettings change;
    private final Revisions revisions;
    private final SettingsText text;
    private final MergePatchBody patch;

    SettingsOverHttp(
            SettingsStates states,
            ChangeSettings change,
            Revisions revisions,
            SettingsText text,
            MergePatchBody patch) {
        this.states = states;
        this.change = change;
        this.revisions = revisions;
        this.text = text;
        this.patch = patch;
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
                .map(rows -> Page.of(rows, request, row -> String.valueOf(row.revision), this::view));
    }

    @WithSession
    Uni<RevisionView> revision(UUID scope, long revision) {
        return states.get(scope).chain(state -> revisions.get(scope, revision)).map(this::view);
    }

    private RevisionView view(RevisionRow row) {
        return RevisionView.of(row, text.readAll(row.own));
    }

    private static String valid(String reason) {
        if (reason != null && reason.length() > 500) {
            throw Problem.invalid("/reason", "must have at most 500 characters");
        }
        return reason;
    }

    private static Response answer(SettingsState state) {
        return new Tag(state.revision()).answer(SettingsView.of(state, false, false), null);
    }
}
