package io.parley.notification.kills;

import java.util.HashMap;
import java.util.Map;

import org.flywaydb.core.Flyway;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.Ports;

/** Where the service and its providers are: a real database and broker, and ports that stay the same over all lives. */
record Place(Map<String, String> parts, int mailPort, int textPort, int centrePort, int servicePort) {

    static Place start() {
        var real = new RealParts();
        real.init(Map.of("database", "notification"));
        var parts = real.start();
        // Before the first life, whose steps are to be held already
        Flyway.configure()
                .dataSource(parts.get("quarkus.datasource.jdbc.url"), "notification", "notification")
                .locations("filesystem:src/main/resources/db/migration")
                .load()
                .migrate();
        System.setProperty("kafka.bootstrap.servers", parts.get("kafka.bootstrap.servers"));
        return new Place(parts, port(), port(), port(), port());
    }

    String database() {
        return parts.get("quarkus.datasource.jdbc.url");
    }

    String url() {
        return "http://localhost:" + servicePort;
    }

    Map<String, String> properties() {
        var properties = new HashMap<>(parts);
        properties.putAll(Map.of(
                "quarkus.http.port", Integer.toString(servicePort),
                "quarkus.management.port", Ports.free(),
                "parley.callback-url", url(),
                "parley.sms.token", Callbacks.token(),
                "parley.gateways.named.smtp.host", "localhost",
                "parley.gateways.named.smtp.port", Integer.toString(mailPort),
                "parley.gateways.named.smtp.timeout", "2s",
                "parley.gateways.named.smtp.bounce-address", "bounces@parley.example",
                "parley.gateways.named.smtp.secret", "a secret for return addresses"));
        properties.putAll(Map.of(
                "parley.gateways.sms", "twilio,centre",
                "parley.gateways.named.twilio.url", "http://localhost:" + textPort,
                "parley.gateways.named.twilio.timeout", "2s",
                "parley.gateways.named.centre.type", "smpp",
                "parley.gateways.named.centre.host", "localhost",
                "parley.gateways.named.centre.port", Integer.toString(centrePort),
                "parley.gateways.named.centre.user", "parley",
                "parley.gateways.named.centre.password", "parley",
                "parley.gateways.named.centre.timeout", "2s"));
        properties.putAll(Map.of(
                "parley.sending.first-retry", "200ms",
                "parley.sending.longest-retry", "2s",
                "parley.sending.lease", "2s",
                "parley.sending.renew-every", "500ms",
                "parley.limits.agent-per-hour", "1000000",
                "parley.limits.prefix-per-hour", "1000000",
                "parley.limits.team-per-day", "1000000",
                // Who comes back under the same name gets its partitions at once, not when Kafka misses the dead one
                "mp.messaging.incoming.messages.group.instance.id", "the-one"));
        return properties;
    }

    Map<String, String> replaying() {
        var properties = properties();
        properties.put("mp.messaging.incoming.messages.group.id", "replay");
        // It is over when all is acknowledged, which is done this often
        properties.put("mp.messaging.incoming.messages.auto.commit.interval.ms", "200");
        return properties;
    }

    /** One of two that share the ledger; receipts come to the first. */
    Map<String, String> twin(String name) {
        var properties = properties();
        properties.put("mp.messaging.incoming.messages.group.id", "twins");
        properties.put("mp.messaging.incoming.messages.group.instance.id", name);
        // Soon missed, and not at the first hiccup: what is proved is what the other one does then
        properties.put("mp.messaging.incoming.messages.session.timeout.ms", "3000");
        return properties;
    }

    Map<String, String> otherTwin(String name) {
        var properties = twin(name);
        properties.put("quarkus.http.port", Ports.free());
        return properties;
    }

    private static int port() {
        return Integer.parseInt(Ports.free());
    }
}
