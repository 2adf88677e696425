package io.parley.notification.receipt;

import java.util.Optional;
import java.util.Set;

import io.parley.notification.message.model.Reason;
import io.parley.notification.message.model.Receipt;

/** What Twilio's words mean to us; those of the time before the handover mean nothing. */
final class TwilioStatus {

    /** Unknown, landline or unreachable numbers, of Twilio's error codes. */
    private static final Set<String> WRONG_NUMBER = Set.of("21211", "21614", "30005", "30006");

    private TwilioStatus() {}

    static Optional<Receipt> read(String status) {
        return switch (status) {
            case "sent" -> Optional.of(Receipt.SENT);
            case "delivered", "read" -> Optional.of(Receipt.DELIVERED);
            case "undelivered", "failed", "canceled" -> Optional.of(Receipt.UNDELIVERED);
            default -> Optional.empty();
        };
    }

    static String reason(String errorCode) {
        return WRONG_NUMBER.contains(errorCode) ? Reason.NUMBER_REJECTED : Reason.NOT_DELIVERED;
    }
}
