package io.parley.notification.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.parley.notification.smtp.MailAddress;

/**
 * The return address of one mail: it names the message, so that a bounce is understood whatever is in it, and is
 * tagged, so that nobody can make one up.
 */
public record ReturnAddress(String local, String domain, Hmac hmac) {

    private static final int TAG = 16;
    private static final Pattern FORM = Pattern.compile("(?i).*\\+([0-9a-f]{32})-([0-9a-f]{16})@.*");

    /** None unless a mailbox for bounces is configured, and a secret. */
    public static Optional<ReturnAddress> of(GatewayConfig.Settings settings) {
        return settings.bounceAddress().flatMap(MailAddress::parse).flatMap(box -> settings.secret()
                .map(secret -> new ReturnAddress(box.local(), box.domain(), new Hmac(secret))));
    }

    public String of(UUID message) {
        var id = message.toString().replace("-", "");
        return local + "+" + id + "-" + tag(id) + "@" + domain;
    }

    /** The message whose return address this is; empty if it is not one of ours. */
    public Optional<UUID> message(String address) {
        var found = FORM.matcher(address);
        if (!found.matches()
                || !sameTag(
                        found.group(1).toLowerCase(Locale.ROOT), found.group(2).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var id = found.group(1);
        return Optional.of(new UUID(
                Long.parseUnsignedLong(id.substring(0, 16), 16), Long.parseUnsignedLong(id.substring(16), 16)));
    }

    private boolean sameTag(String id, String offered) {
        return MessageDigest.isEqual(
                tag(id).getBytes(StandardCharsets.US_ASCII), offered.getBytes(StandardCharsets.US_ASCII));
    }

    private String tag(String id) {
        return hmac.of(id).substring(0, TAG);
    }
}
