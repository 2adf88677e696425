package io.parley.teamsettings.settings;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.rest.Tag;
import io.parley.teamsettings.settings.model.SettingsPatch;
import io.parley.teamsettings.settings.model.lint.Lint;
import io.parley.teamsettings.settings.revision.Revisions;
import io.parley.teamsettings.settings.revision.SettingsText;

/** Sets, and forgets, values of the organisation or of a team; every change is a new revision. */
@ApplicationScoped
class ChangeSettings {

    private final Changes changes;
    private final SettingsStates states;
    private final OwnSettings own;
    private final Revisions revisions;
    private final SettingReferences references;
    private final SettingsText text;

    ChangeSettings(
            Changes changes,
            SettingsStates states,
            OwnSettings own,
            Revisions revisions,
            SettingReferences references,
            SettingsText text) {
        this.changes = changes;
        this.states = states;
        this.own = own;
        this.revisions = revisions;
        this.references = references;
        this.text = text;
    }

    @WithTransaction
    Uni<SettingsState> change(UUID scope, SettingsPatch patch, String ifMatch, String reason) {
        return changes.next().chain(moment -> states.get(scope)
                .invoke(state -> new Tag(state.revision()).require(ifMatch))
                .call(state -> references.check(patch.changes(state.own().plain())))
                .chain(state -> write(state, patch, moment, reason, null)));
    }

    /** What led somewhere then may lead to nothing now; that does not stand in the way of all the rest. */
    @WithTransaction
    Uni<SettingsState> restore(UUID scope, long revision, String ifMatch, String reason) {
        return changes.next().chain(moment -> states.get(scope)
                .invoke(state -> new Tag(state.revision()).allow(ifMatch))
                .chain(state -> restore(state, revision, moment, reason)));
    }

    private Uni<SettingsState> restore(SettingsState state, long revision, Moment moment, String reason) {
        return revisions
                .get(state.scope(), revision)
                .map(row -> SettingsPatch.between(state.own().plain(), text.readAll(row.own())))
                .chain(patch -> write(state, patch, moment, reason, revision));
    }

    private Uni<SettingsState> write(
            SettingsState state, SettingsPatch patch, Moment moment, String reason, Long restores) {
        var wanted = patch.changes(state.own().plain());
        if (wanted.isEmpty()) {
            // Nothing changes, so nothing is to be told; the place in the order that was taken stays empty.
            return Uni.createFrom().item(state);
        }
        SettingsProblems.refuse(
                Lint.refusals(state.effective(), state.with(wanted).effective(), state.around(moment.at())));
        return own.write(state.scope(), wanted, moment)
                .chain(() -> Panache.flush())
                .chain(() -> states.get(state.scope()))
                .call(after -> revisions.add(state.scope(), after.own().plain(), moment, reason, restores))
                .call(() -> changes.tell(moment, told(state.scope(), wanted, reason)))
                .map(after -> after.at(moment.revision()));
    }

    private Change told(UUID scope, Map<String, Object> wanted, String reason) {
        var keys = List.copyOf(wanted.keySet());
        var isLending = keys.stream().allMatch(key -> key.startsWith("lending."));
        var kind = isLending ? Change.Kind.LENDING : Change.Kind.SETTINGS;
        return Change.ofSettings(kind, Scope.team(scope), keys, text.write(wanted), reason);
    }
}
