package io.parley.notification.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.gateway.Hmac;
import io.parley.notification.message.model.Reason;
import io.parley.notification.message.model.Receipt;

/**
 * Reads a generic gateway's JSON: {@code message} or {@code reference}, and {@code status}. It is signed as our own
 * requests are, with a time that is not long ago.
 */
final class GenericCallback {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private GenericCallback() {}

    static Optional<Callback> read(
            String gateway, GatewayConfig.Settings settings, String time, String signature, String body, Instant now) {
        var signed = settings.secret()
                .filter(secret -> new Hmac(secret).matches(signature, time + "." + body))
                .filter(secret -> isFresh(time, now));
        return signed.isPresent() ? Optional.of(callback(gateway, body)) : Optional.empty();
    }

    private static Callback callback(String gateway, String body) {
        var json = json(body);
        return new Callback(
                gateway,
                Ids.read(text(json, "message")),
                text(json, "reference"),
                receipt(text(json, "status")),
                Reason.NOT_DELIVERED);
    }

    private static Optional<Receipt> receipt(String status) {
        return switch (status) {
            case "sent" -> Optional.of(Receipt.SENT);
            case "delivered" -> Optional.of(Receipt.DELIVERED);
            case "undelivered", "failed" -> Optional.of(Receipt.UNDELIVERED);
            default -> Optional.empty();
        };
    }

    private static boolean isFresh(String time, Instant now) {
        return time != null
                && time.matches("\\d{1,11}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                                .abs()
                                .compareTo(FRESH)
                        <= 0;
    }

    private static JsonObject json(String body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }

    private static String text(JsonObject json, String field) {
        var value = json.getValue(field);
        return value == null ? "" : value.toString();
    }
}
