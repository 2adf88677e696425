package io.parley.teamsettings.settings.model.type;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The name of a time zone in the IANA database. */
public record TimeZoneName() implements ValueType {

    @Override
    public Object read(Object json) {
        if (json instanceof String && ZoneId.getAvailableZoneIds().contains(json)) {
            return json;
        }
        throw new ValueRefused("must be an IANA time zone, such as Europe/Berlin");
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "examples", List.of("Europe/Berlin"));
    }
}
