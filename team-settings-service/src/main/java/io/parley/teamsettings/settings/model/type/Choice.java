package io.parley.teamsettings.settings.model.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One of a fixed set of words. */
public record Choice(Set<String> words, String expected) implements ValueType {

    public static Choice of(String... words) {
        return new Choice(new TreeSet<>(List.of(words)), "must be one of " + String.join(", ", words));
    }

    /** ISO 3166 country codes, which are also the regions of telephone numbers. */
    public static Choice country() {
        return new Choice(
                new TreeSet<>(Set.of(Locale.getISOCountries())), "must be an ISO 3166 country code, such as DE");
    }

    @Override
    public Object read(Object json) {
        if (json instanceof String && words.contains(json)) {
            return json;
        }
        throw new ValueRefused(expected);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", List.copyOf(words));
    }
}
