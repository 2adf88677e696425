package io.parley.teamsettings.settings.model.type;

import java.util.List;
import java.util.Map;

/** A value, or the word none: for null would mean to inherit, and a team may want less than its organisation has. */
public record OrNone(ValueType type) implements ValueType {

    public static final String NONE = "none";

    @Override
    public Object read(Object json) {
        return NONE.equals(json) ? NONE : type.read(json);
    }

    @Override
    public Object effective(Object value) {
        return NONE.equals(value) ? null : value;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(Map.of("const", NONE), type.schema()));
    }
}
