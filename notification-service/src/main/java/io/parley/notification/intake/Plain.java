package io.parley.notification.intake;

import java.util.regex.Pattern;

/** Text from outside, made fit for one line of a row, a header or a log. */
final class Plain {

    private static final int KEPT = 320;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Plain() {}

    static String line(String text) {
        if (text == null) {
            return null;
        }
        var plain = CONTROL.matcher(text).replaceAll("");
        return plain.length() > KEPT ? plain.substring(0, KEPT) : plain;
    }

    /** As much of a contact as an operator needs to recognise it, and no more. */
    static String masked(String contact) {
        var plain = line(contact);
        var at = plain.lastIndexOf('@');
        if (at > 0) {
            return plain.charAt(0) + "•••" + plain.substring(at);
        }
        return plain.length() > 6 ? plain.substring(0, 3) + "•••" + plain.substring(plain.length() - 2) : "•••";
    }
}
