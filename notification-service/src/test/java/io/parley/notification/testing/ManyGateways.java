package io.parley.notification.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Two mail servers, and for texts a message centre before a generic gateway. */
public final class ManyGateways implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var properties = new HashMap<>(Ports.ofTheService());
        properties.putAll(Map.of(
                "parley.gateways.email", "smtp,backup",
                "parley.gateways.named.smtp.host", "localhost",
                "parley.gateways.named.smtp.port", Ports.free(),
                "parley.gateways.named.smtp.bounce-address", "bounces@parley.example",
                "parley.gateways.named.smtp.secret", "a secret for return addresses",
                "parley.gateways.named.backup.type", "smtp",
                "parley.gateways.named.backup.host", "localhost",
                "parley.gateways.named.backup.port", Ports.free(),
                "parley.gateways.named.backup.from", "backup@parley.example"));
        properties.putAll(Map.of(
                "parley.gateways.sms", "centre,web",
                "parley.gateways.named.centre.type", "smpp",
                "parley.gateways.named.centre.host", "localhost",
                "parley.gateways.named.centre.port", Ports.free(),
                "parley.gateways.named.centre.user", "parley",
                "parley.gateways.named.centre.password", "parley",
                "parley.gateways.named.centre.receipt-patience", "1s",
                "parley.gateways.named.web.type", "http",
                "parley.gateways.named.web.url", "http://localhost:" + Ports.free() + "/messages",
                "parley.gateways.named.web.secret", "a secret for the web"));
        properties.putAll(Map.of(
                "parley.gateways.named.smtp.bounce-host", "localhost",
                "parley.gateways.named.smtp.bounce-port", Ports.free(),
                // GreenMail offers no STARTTLS for IMAP
                "parley.gateways.named.smtp.bounce-tls", "NONE",
                "parley.gateways.named.smtp.bounce-user", "bounces",
                "parley.gateways.named.smtp.bounce-password", "bounces",
                "parley.gateways.named.smtp.bounce-every", "1s",
                "parley.gateways.rest-window", "5",
                "parley.gateways.rest-ratio", "1.0",
                "parley.gateways.rest", "2s",
                "parley.sending.first-retry", "200ms"));
        return properties;
    }

    @Override
    public void stop() {}
}
