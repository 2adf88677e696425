package io.parley.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;

/** Free text in a mail header: quoted or encoded so that it can never end the header or add an address. */
public final class HeaderText {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]*");
    /** The marks that keep a name's direction to itself stay in a subject. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
    private static final int LONGEST = 80;
    /** Bytes per encoded word; RFC 2047 allows 75 characters in all. */
    private static final int WORD = 42;

    private HeaderText() {}

    public static String mailbox(String displayName, String address) {
        var name = clean(displayName);
        if (name.isEmpty()) {
            return address;
        }
        var phrase = PRINTABLE.matcher(name).matches() ? quoted(name) : encoded(name, " ");
        return phrase + " <" + address + ">";
    }

    /** Of any length, folded where it is long. */
    public static String subject(String text) {
        var line = line(text, CONTROL);
        return line.length() <= LONGEST && PRINTABLE.matcher(line).matches() ? line : encoded(line, "\r\n ");
    }

    private static String clean(String text) {
        var line = line(text, UNSEEN);
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST))
                : line;
    }

    private static String line(String text, Pattern unfit) {
        return text == null ? "" : unfit.matcher(text).replaceAll(" ").strip();
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String encoded(String name, String between) {
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
        return String.join(between, words);
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
