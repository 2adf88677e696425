package io.parley.teamsettings.settings.model.type;

import java.util.Map;

/** A whole number within bounds. */
public record WholeNumber(int least, int most) implements ValueType {

    @Override
    public Object read(Object json) {
        if (json instanceof Integer || json instanceof Long) {
            var number = ((Number) json).longValue();
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw new ValueRefused("must be a whole number from " + least + " to " + most);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "integer", "minimum", least, "maximum", most);
    }
}
