package io.parley.notification.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;

/** Free text in a mail header: quoted or encoded so that it can never end the header or add an address. */
final class HeaderText {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]*");
    private static final int LONGEST = 80;
    /** Bytes per encoded word; RFC 2047 allows 75 characters in all. */
    private static final int WORD = 42;

    private HeaderText() {}

    static String mailbox(String displayName, String address) {
        var name = clean(displayName);
        if (name.isEmpty()) {
            return address;
        }
        var phrase = PRINTABLE.matcher(name).matches() ? quoted(name) : encoded(name);
        return phrase + " <" + address + ">";
    }

    private static String clean(String text) {
        var line = text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ").strip();
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST))
                : line;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String encoded(String name) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        name.codePoints().forEach(letter -> {
            if (bytes(word.toString() + Character.toString(letter)).length > WORD) {
                words.add(word(word.toString()));
                word.setLength(0);
            }
            word.appendCodePoint(letter);
        });
        words.add(word(word.toString()));
        return String.join(" ", words);
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
