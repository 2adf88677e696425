package io.parley.teamsettings.settings.model.type;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A list of values of one type, each once, in the order given. */
public record Each(ValueType type, int least, int most) implements ValueType {

    @Override
    public Object read(Object json) {
        if (!(json instanceof List)) {
            throw new ValueRefused("must be a list");
        }
        var values = new LinkedHashSet<Object>();
        var list = (List<?>) json;
        for (int i = 0; i < Math.min(list.size(), most + 1); i++) {
            values.add(read(i, list.get(i)));
        }
        if (values.size() < least || list.size() > most) {
            throw new ValueRefused("must be a list of " + least + " to " + most + " values");
        }
        return List.copyOf(values);
    }

    private Object read(int place, Object json) {
        try {
            return type.read(json);
        } catch (ValueRefused e) {
            throw new ValueRefused("/" + place + e.pointer(), e.getMessage());
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", type.schema(), "minItems", least, "maxItems", most);
    }
}
