package io.parley.teamsettings.resolution;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;

import io.parley.teamsettings.resolution.model.Facts;
import io.parley.teamsettings.resolution.model.Facts.Lender;
import io.parley.teamsettings.resolution.model.Facts.Level;
import io.parley.teamsettings.resolution.model.Facts.Person;
import io.parley.teamsettings.resolution.model.Facts.Team;
import io.parley.teamsettings.resolution.model.Facts.TeamName;
import io.parley.teamsettings.settings.model.LendingRule;
import io.parley.teamsettings.settings.model.Own;

/** Makes facts of what the database answers. */
@ApplicationScoped
class FactsRow {

    private final ObjectMapper json;

    FactsRow(ObjectMapper json) {
        this.json = json;
    }

    Facts facts(Row row) {
        var organisation = new Level(own(read(row, "organisation", Map.class)), row.getLong("organisation_revision"));
        return new Facts(
                row.getLong("clock"),
                row.getOffsetDateTime("now").toInstant(),
                organisation,
                Optional.ofNullable(read(row, "person", Person.class)),
                team(row, "home"),
                team(row, "target"),
                List.of(read(row, "secondary", TeamName[].class)),
                lenders(read(row, "lenders", List.class)),
                assets(row),
                maps(read(row, "workflows", List.class)));
    }

    private <T> T read(Row row, String column, Class<T> type) {
        try {
            var text = row.getString(column);
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Team> team(Row row, String column) {
        return Optional.ofNullable(read(row, column, Map.class)).map(FactsRow::team);
    }

    private static Team team(Map<?, ?> team) {
        var level = new Level(own((Map<?, ?>) team.get("own")), ((Number) team.get("revision")).longValue());
        return new Team(name(team), level);
    }

    private static List<Lender> lenders(List<?> lenders) {
        return maps(lenders).stream()
                .map(lender -> new Lender(
                        name(lender), new LendingRule((String) lender.get("mode"), (List<?>) lender.get("teams"))))
                .toList();
    }

    /** Schemas come apart from the rest, for what is null in a schema is part of it. */
    private List<Map<String, Object>> assets(Row row) {
        var schemas = read(row, "schemas", Map.class);
        var assets = maps(read(row, "assets", List.class));
        assets.forEach(asset -> {
            if (schemas.containsKey(asset.get("id"))) {
                asset.put("schema", schemas.get(asset.get("id")));
            }
        });
        return assets;
    }

    private static TeamName name(Map<?, ?> team) {
        return new TeamName((String) team.get("id"), (String) team.get("name"));
    }

    private static Own own(Map<?, ?> plain) {
        var values = new HashMap<String, Own.Value>();
        plain.forEach((key, value) -> values.put((String) key, new Own.Value(value, 0, null, null)));
        return new Own(values);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(List<?> list) {
        return (List<Map<String, Object>>) list;
    }
}
