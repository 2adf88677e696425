package io.parley.teamsettings.settings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.settings.model.Own;
import io.parley.teamsettings.settings.revision.SettingsText;

/** What organisation and teams have set themselves. */
@ApplicationScoped
class OwnSettings implements PanacheRepositoryBase<SettingRow, SettingRow.Key> {

    private final SettingsText text;

    OwnSettings(SettingsText text) {
        this.text = text;
    }

    Uni<Own> of(UUID scope) {
        return list("scope", scope).map(this::own);
    }

    /** By scope; who has set nothing is not in it. */
    Uni<Map<UUID, Own>> ofAll() {
        return listAll().map(rows -> rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.scope, Collectors.collectingAndThen(Collectors.toList(), this::own))));
    }

    /** Sets each value, and forgets where it is null. */
    Uni<Void> write(UUID scope, Map<String, Object> changes, Moment moment) {
        return Multi.createFrom()
                .iterable(List.copyOf(changes.keySet()))
                .onItem()
                .transformToUniAndConcatenate(key -> write(new SettingRow.Key(scope, key), changes.get(key), moment))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<?> write(SettingRow.Key key, Object value, Moment moment) {
        return value == null ? deleteById(key) : findById(key).chain(row -> set(row, key, value, moment));
    }

    private Uni<SettingRow> set(SettingRow known, SettingRow.Key key, Object value, Moment moment) {
        var row = known == null ? new SettingRow() : known;
        row.scope = key.scope();
        row.key = key.key();
        row.value = text.write(value);
        row.revision = moment.revision();
        row.author = moment.author();
        row.at = moment.at();
        return persist(row);
    }

    private Own own(List<SettingRow> rows) {
        return new Own(rows.stream().collect(Collectors.toMap(row -> row.key, this::value)));
    }

    private Own.Value value(SettingRow row) {
        return new Own.Value(text.read(row.value), row.revision, row.author, row.at);
    }
}
