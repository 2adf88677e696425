package io.parley.notification.smtp;

/**
 * One mail on its way to one recipient.
 *
 * @param sender of the envelope: where bounces go
 * @param content headers and body, in ASCII, lines ended by CRLF
 */
public record Mail(String sender, String recipient, byte[] content) {

    @Override
    public String toString() {
        return "Mail";
    }
}
