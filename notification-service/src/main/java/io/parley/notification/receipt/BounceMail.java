package io.parley.notification.receipt;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.gateway.ReturnAddress;
import io.parley.notification.message.model.Reason;
import io.parley.notification.message.model.Receipt;

/**
 * Reads a mail that came back to the return address of one of ours (RFC 3464). The address alone says which message
 * it is about, and its tag that it is no forgery; the report says whether that is for good.
 */
final class BounceMail {

    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245])\\.(\\d{1,3})\\.\\d{1,3}");
    private static final String ADDRESS_STATUS = "1";

    private BounceMail() {}

    static Optional<Callback> read(String gateway, GatewayConfig.Settings settings, String recipient, String mail) {
        return ReturnAddress.of(settings)
                .flatMap(address -> recipient == null ? Optional.empty() : address.message(recipient))
                .map(message -> new Callback(gateway, Optional.of(message), "", receipt(mail), reason(mail)));
    }

    private static Optional<Receipt> receipt(String mail) {
        var action = ACTION.matcher(mail);
        if (!action.find()) {
            // No report: an out-of-office note, or somebody who answers
            return Optional.empty();
        }
        return switch (action.group(1).toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(Receipt.UNDELIVERED);
            case "delivered" -> Optional.of(Receipt.DELIVERED);
            default -> Optional.empty();
        };
    }

    private static String reason(String mail) {
        var status = STATUS.matcher(mail);
        return status.find() && status.group(2).equals(ADDRESS_STATUS) ? Reason.ADDRESS_REJECTED : Reason.NOT_DELIVERED;
    }
}
