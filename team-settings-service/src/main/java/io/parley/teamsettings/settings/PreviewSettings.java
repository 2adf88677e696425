package io.parley.teamsettings.settings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.settings.model.Catalogue;
import io.parley.teamsettings.settings.model.Effective;
import io.parley.teamsettings.settings.model.Nested;
import io.parley.teamsettings.settings.model.SettingKey;
import io.parley.teamsettings.settings.model.SettingsPatch;
import io.parley.teamsettings.settings.model.lint.Circumstances;
import io.parley.teamsettings.settings.model.lint.Finding;
import io.parley.teamsettings.settings.model.lint.Lint;

/** Says what a change would bring about, and changes nothing. */
@ApplicationScoped
class PreviewSettings {

    /** What holds somewhere before and after the change. */
    private record BeforeAfter(Effective before, Effective after, Circumstances around) {

        static BeforeAfter of(SettingsState before, SettingsState after, Instant now) {
            return new BeforeAfter(before.effective(), after.effective(), before.around(now));
        }

        boolean changes(String key) {
            return !Objects.equals(before.value(key), after.value(key));
        }

        Stream<String> newContradictions() {
            var known = Lint.of(before, around).stream().map(Finding::name).collect(Collectors.toSet());
            return Lint.of(after, around).stream().map(Finding::name).filter(name -> !known.contains(name));
        }
    }

    private final SettingsStates states;
    private final SettingReferences references;

    PreviewSettings(SettingsStates states, SettingReferences references) {
        this.states = states;
        this.references = references;
    }

    @WithSession
    Uni<Preview> preview(UUID scope, SettingsPatch patch) {
        return states.get(scope)
                .chain(state -> preview(state, patch.changes(state.own().plain())));
    }

    private Uni<Preview> preview(SettingsState state, Map<String, Object> changes) {
        return references
                .check(changes)
                .chain(() -> touched(state))
                .map(teams -> preview(state, state.with(changes), teams, changes));
    }

    private Uni<List<SettingsState>> touched(SettingsState state) {
        return state.isOfTeam() ? Uni.createFrom().item(List.of(state)) : states.ofAllTeams();
    }

    private static Preview preview(
            SettingsState before, SettingsState after, List<SettingsState> teams, Map<String, Object> changes) {
        var now = Instant.now();
        var here = BeforeAfter.of(before, after, now);
        var there = teams.stream()
                .map(team -> BeforeAfter.of(team, team.afterChangeOf(before, changes), now))
                .toList();
        return new Preview(Nested.of(here.after().plain()), after.lint(now), effects(here, there), contradicted(there));
    }

    private static List<Preview.Effect> effects(BeforeAfter here, List<BeforeAfter> there) {
        return Catalogue.keys().stream()
                .map(SettingKey::name)
                .map(key -> new Preview.Effect(
                        key,
                        here.before().value(key),
                        here.after().value(key),
                        there.stream().filter(team -> team.changes(key)).count()))
                .filter(effect -> effect.teams() > 0 || here.changes(effect.key()))
                .toList();
    }

    private static List<Preview.Contradicted> contradicted(List<BeforeAfter> there) {
        return there.stream()
                .flatMap(team -> team.newContradictions())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Preview.Contradicted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Preview.Contradicted::name))
                .toList();
    }
}
