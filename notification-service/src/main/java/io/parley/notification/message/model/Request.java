package io.parley.notification.message.model;

import java.time.Instant;
import java.util.UUID;

/** What session-service asks to be sent: everything that is needed to write the message, and to whom. */
public record Request(
        UUID messageId,
        UUID sessionId,
        UUID invitationId,
        Kind kind,
        Channel channel,
        String to,
        String recipientName,
        String agentName,
        String teamName,
        String locale,
        String link,
        String code,
        Instant requestedAt,
        Instant giveUpAt,
        String customerName,
        String reason,
        Brand brand,
        UUID homeTeam,
        String owner) {

    /** Never the contact, the link or the code: whoever logs a request by mistake gives nothing away. */
    @Override
    public String toString() {
        return "Request[" + messageId + " " + kind + " " + channel + "]";
    }
}
