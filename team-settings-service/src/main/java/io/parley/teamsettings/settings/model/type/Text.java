package io.parley.teamsettings.settings.model.type;

import java.util.Map;
import java.util.regex.Pattern;

/** A text of limited length and given form; never with control characters, line breaks only where they may be. */
public record Text(int most, boolean lines, Pattern form, String expected) implements ValueType {

    public static Text line(int most) {
        return new Text(
                most, false, Pattern.compile("\\S.*"), "must be one line of text, 1 to " + most + " characters");
    }

    public static Text lines(int most) {
        return new Text(
                most, true, Pattern.compile(".*", Pattern.DOTALL), "must be text of at most " + most + " characters");
    }

    public static Text of(String form, String expected) {
        return new Text(320, false, Pattern.compile(form), expected);
    }

    @Override
    public Object read(Object json) {
        if (json instanceof String && fits((String) json)) {
            return json;
        }
        throw new ValueRefused(expected);
    }

    private boolean fits(String text) {
        return text.length() <= most
                && text.chars().noneMatch(this::isForbidden)
                && form.matcher(text).matches();
    }

    private boolean isForbidden(int character) {
        return Character.isISOControl(character) && !(lines && (character == '\n' || character == '\t'));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "maxLength", most, "pattern", "^(" + form.pattern() + ")$");
    }
}
