package io.parley.notification.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values into a sentence, in one pass: a value that looks like a placeholder stays as it is. The sentence is
 * plain text; whoever shows it escapes it for the place where it stands.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private Placeholders() {}

    static String fill(String sentence, Map<String, String> values) {
        var matcher = PLACEHOLDER.matcher(sentence);
        var filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(values.getOrDefault(matcher.group(1), "")));
        }
        return matcher.appendTail(filled).toString().strip();
    }
}
