package io.parley.teamsettings.settings.model.type;

import java.util.Map;

/** On is true, off is false. */
public record OnOff() implements ValueType {

    @Override
    public Object read(Object json) {
        if (json instanceof Boolean) {
            return json;
        }
        throw new ValueRefused("must be true or false");
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "boolean");
    }
}
