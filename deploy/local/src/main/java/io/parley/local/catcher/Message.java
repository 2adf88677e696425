package io.parley.local.catcher;

import java.util.List;
import java.util.Locale;

/** A mail or a text as it came in; the HTML is the sender's and to be shown only in a sandbox. */
public record Message(
        String id,
        Channel channel,
        String to,
        String from,
        String subject,
        String text,
        String html,
        List<String> links,
        String receivedAt,
        String messageId) {

    /** What a message came by. */
    public enum Channel {
        EMAIL,
        SMS
    }

    /** Whether this is the recipient; a plus that a query string turned into a space is one all the same. */
    boolean isTo(String recipient) {
        return to.equalsIgnoreCase(plus(recipient));
    }

    boolean isToSomebodyLike(String part) {
        return to.toLowerCase(Locale.ROOT).contains(plus(part).toLowerCase(Locale.ROOT));
    }

    private static String plus(String recipient) {
        return recipient.startsWith(" ") ? "+" + recipient.strip() : recipient.strip();
    }
}
