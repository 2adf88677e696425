package io.parley.notification.message.model;

import java.util.UUID;

/**
 * A written message, ready for a gateway.
 *
 * @param sender the display name of a mail, the sender of a text where the gateway allows one
 * @param subject mails only
 * @param html mails only
 */
public record Letter(
        UUID messageId, String to, String sender, String replyTo, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Letter[" + messageId + "]";
    }
}
