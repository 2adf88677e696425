package io.parley.teamsettings.settings.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values that one level has set itself; a key that is not in it is inherited. */
public record Own(Map<String, Value> values) {

    /** A value, and which change set it. */
    public record Value(Object value, long revision, String author, Instant at) {}

    public static final Own NOTHING = new Own(Map.of());

    public Value get(String key) {
        return values.get(key);
    }

    /** As it would be after changes that nobody has made yet; null inherits. */
    public Own with(Map<String, Object> changes) {
        var after = new LinkedHashMap<>(values);
        changes.forEach((key, value) -> after.put(key, new Value(value, 0, null, null)));
        after.values().removeIf(own -> own.value() == null);
        return new Own(after);
    }

    /** The bare values by key, in the order of the catalogue. */
    public Map<String, Object> plain() {
        return Catalogue.keys().stream()
                .filter(key -> values.containsKey(key.name()))
                .collect(Collectors.toMap(
                        SettingKey::name, key -> values.get(key.name()).value(), (a, b) -> a, LinkedHashMap::new));
    }
}
