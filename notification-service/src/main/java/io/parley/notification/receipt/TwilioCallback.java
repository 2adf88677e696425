package io.parley.notification.receipt;

import java.net.URI;
import java.util.Optional;

import io.parley.notification.gateway.GatewayConfig;

/** Reads Twilio's form, if it is signed as Twilio signs. */
final class TwilioCallback {

    private TwilioCallback() {}

    /** @param url the address as the gateway knows it */
    static Optional<Callback> read(
            String gateway, GatewayConfig.Settings settings, String url, String signature, String body) {
        return form(body)
                .filter(form -> new TwilioSignature(settings.password().orElse("")).matches(signature, url, form))
                .map(form -> callback(gateway, url, form));
    }

    private static Callback callback(String gateway, String url, FormBody form) {
        var query = URI.create(url).getQuery();
        var message = query == null || !query.startsWith("message=") ? "" : query.substring("message=".length());
        return new Callback(
                gateway,
                Ids.read(message),
                form.get("MessageSid").orElse(""),
                TwilioStatus.read(form.get("MessageStatus").orElse("")),
                TwilioStatus.reason(form.get("ErrorCode").orElse("")));
    }

    private static Optional<FormBody> form(String body) {
        try {
            return Optional.of(FormBody.parse(body == null ? "" : body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
