package io.parley.teamsettings.settings.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** What holds for a team: its own value, or else the organisation's, or else the default; of every key. */
public record Effective(Map<String, Explained> byKey) {

    /** A value in effect, and why; revision and author are absent for a default. */
    public record Explained(Object value, Level level, Own.Value from) {}

    public static Effective ofTeam(String name, Own organisation, Own team) {
        var byKey = new LinkedHashMap<String, Explained>();
        for (var key : Catalogue.keys()) {
            byKey.put(key.name(), explain(key, name, organisation, team, byKey));
        }
        return new Effective(byKey);
    }

    public static Effective ofOrganisation(Own organisation) {
        return ofTeam(Catalogue.ORGANISATION_NAME, organisation, Own.NOTHING);
    }

    private static Explained explain(
            SettingKey key, String teamName, Own organisation, Own team, Map<String, Explained> before) {
        if (team.get(key.name()) != null) {
            return set(key, Level.TEAM, team.get(key.name()));
        }
        if (organisation.get(key.name()) != null) {
            return set(key, Level.ORGANISATION, organisation.get(key.name()));
        }
        var value = key.byDefault().value(teamName, name -> before.get(name).value());
        return new Explained(value, Level.DEFAULT, null);
    }

    private static Explained set(SettingKey key, Level level, Own.Value own) {
        return new Explained(key.type().effective(own.value()), level, own);
    }

    public Object value(String key) {
        return byKey.get(key).value();
    }

    /** The bare values by key, in the order of the catalogue. */
    public Map<String, Object> plain() {
        var values = new LinkedHashMap<String, Object>();
        byKey.forEach((key, explained) -> values.put(key, explained.value()));
        return values;
    }
}
