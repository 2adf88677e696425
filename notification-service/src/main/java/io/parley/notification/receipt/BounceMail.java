package io.parley.notification.receipt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.gateway.ReturnAddress;
import io.parley.notification.message.model.Reason;
import io.parley.notification.message.model.Receipt;

/**
 * Reads a mail that came back to the return address of one of ours (RFC 3464). The address alone says which message
 * it is about, and its tag that it is no forgery; the report says whether that is for good. Only the report's own part
 * is looked at: what somebody quotes or answers is no report.
 */
final class BounceMail {

    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245])\\.(\\d{1,3})\\.\\d{1,3}");
    private static final String ADDRESS_STATUS = "1";
    private static final int DEEPEST = 5;

    private BounceMail() {}

    static Optional<Callback> read(String gateway, GatewayConfig.Settings settings, String recipient, String mail) {
        return ReturnAddress.of(settings)
                .flatMap(address -> recipient == null ? Optional.empty() : address.message(recipient))
                .map(message -> callback(gateway, message, report(mail)));
    }

    private static Callback callback(String gateway, UUID message, String report) {
        return new Callback(gateway, Optional.of(message), "", receipt(report), reason(report));
    }

    /** Empty if there is none: an out-of-office note, or somebody who answers. */
    private static String report(String mail) {
        try {
            return report(
                    new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1))), 0);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return "";
        }
    }

    private static String report(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        if (depth > DEEPEST || !part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart)) {
            return "";
        }
        var parts = (Multipart) part.getContent();
        for (var at = 0; at < parts.getCount(); at++) {
            var found = report(parts.getBodyPart(at), depth + 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static Optional<Receipt> receipt(String report) {
        var action = ACTION.matcher(report);
        if (!action.find()) {
            return Optional.empty();
        }
        return switch (action.group(1).toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(Receipt.UNDELIVERED);
            case "delivered" -> Optional.of(Receipt.DELIVERED);
            // Delayed, relayed, expanded: it is still on its way
            default -> Optional.empty();
        };
    }

    private static String reason(String report) {
        var status = STATUS.matcher(report);
        return status.find() && status.group(2).equals(ADDRESS_STATUS) ? Reason.ADDRESS_REJECTED : Reason.NOT_DELIVERED;
    }
}
