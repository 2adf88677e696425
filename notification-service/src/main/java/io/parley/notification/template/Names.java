package io.parley.notification.template;

import java.util.regex.Pattern;

/** Names as people type them, made fit for a line of a message. */
final class Names {

    private static final int LONGEST = 120;

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

    private Names() {}

    /** Without line breaks, control characters and marks that turn the direction of what follows. */
    static String line(String name) {
        if (name == null) {
            return "";
        }
        var line = UNFIT.matcher(name).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }
}
