package io.parley.teamsettings.settings.model.type;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** An ISO 8601 duration of days and smaller (a day is 24 hours), or, where it may be, the word never. */
public record TimeSpan(Duration least, Duration most, boolean orNever) implements ValueType {

    public static final String NEVER = "never";

    private static final Pattern FORM =
            Pattern.compile("P(?!$)(\\d{1,6}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,8}M)?(\\d{1,9}S)?)?");

    public static TimeSpan upTo(Duration most) {
        return new TimeSpan(Duration.ofSeconds(1), most, false);
    }

    public static TimeSpan orNever(Duration most) {
        return new TimeSpan(Duration.ofSeconds(1), most, true);
    }

    @Override
    public Object read(Object json) {
        if (orNever && NEVER.equals(json)) {
            return NEVER;
        }
        if (json instanceof String && FORM.matcher((String) json).matches() && isWithin(parsed((String) json))) {
            return json;
        }
        throw new ValueRefused(expected());
    }

    private boolean isWithin(Duration span) {
        return span.compareTo(least) >= 0 && span.compareTo(most) <= 0;
    }

    private Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new ValueRefused(expected());
        }
    }

    private String expected() {
        return "must be an ISO 8601 duration such as P7D or PT30M, from " + least + " to P" + most.toDays() + "D"
                + (orNever ? ", or never" : "");
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^(" + (orNever ? NEVER + "|" : "") + FORM.pattern() + ")$");
    }
}
