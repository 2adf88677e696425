package io.parley.teamsettings.settings.model.type;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Leave to borrow: a team's id, or {team, until} where it ends by itself. */
public record GrantType() implements ValueType {

    @Override
    public Object read(Object json) {
        if (!(json instanceof Map)) {
            return team(json, "");
        }
        var grant = (Map<?, ?>) json;
        if (!Set.of("team", "until").containsAll(grant.keySet())) {
            throw new ValueRefused("must be a team's id, or an object of team and until");
        }
        var team = team(grant.get("team"), "/team");
        return grant.get("until") == null ? team : Map.of("team", team, "until", until(grant.get("until")));
    }

    private static String team(Object json, String pointer) {
        try {
            var id = UUID.fromString(String.valueOf(json)).toString();
            if (id.equalsIgnoreCase(String.valueOf(json))) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words of ours.
        }
        throw new ValueRefused(pointer, "must be a team's id");
    }

    private static String until(Object json) {
        try {
            var until = Instant.parse(String.valueOf(json));
            if (until.isAfter(Instant.EPOCH) && until.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return until.toString();
            }
        } catch (DateTimeParseException e) {
            // Said below, in words of ours.
        }
        throw new ValueRefused("/until", "must be an RFC 3339 time, such as 2027-01-31T12:00:00Z");
    }

    @Override
    public Map<String, Object> schema() {
        var team = Map.of("type", "string", "format", "uuid");
        var until = Map.of("type", "string", "format", "date-time");
        return Map.of(
                "anyOf",
                List.of(
                        team,
                        Map.of(
                                "type",
                                "object",
                                "required",
                                List.of("team"),
                                "properties",
                                Map.of("team", team, "until", until))));
    }
}
