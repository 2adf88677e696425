package io.parley.notification;

import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Certificates;
import io.parley.notification.testing.PackagedService;
import io.parley.notification.testing.Ports;
import io.parley.notification.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service is told by environment variables all that an operator has to tell it. */
class OperatorsNamesIT {

    /** Of machines on which much else runs. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    File folder;

    final List<String> logins = new CopyOnWriteArrayList<>();
    final List<String> senders = new CopyOnWriteArrayList<>();
    final List<String> backups = new CopyOnWriteArrayList<>();

    @Test
    void aMailGoesOutByTheRelayThatTheEnvironmentNames() throws Exception {
        var certificates = Certificates.of("localhost", folder);
        var relay = SMTPServer.port(Integer.parseInt(Ports.free()))
                .startTlsSocketFactory(certificates.server())
                .requireTLS()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(
                        (user, password, context) -> logins.add(user + "/" + password)))
                .messageHandler((context, from, to, data) -> senders.add(from))
                .build();
        var backup = SMTPServer.port(Integer.parseInt(Ports.free()))
                .messageHandler((context, from, to, data) -> backups.add(from))
                .build();
        relay.start();
        backup.start();
        var environment = environment(relay, backup, certificates);
        try (var service = new PackagedService(Map.of(), environment, new File(folder, "service.log"))) {
            service.start();
            Awaitility.await().atMost(PATIENCE).until(service::isReady);
            Topics.publish(ARequest.byMail());
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(senders)
                    .singleElement()
                    .asString()
                    .matches("returned\\+[0-9a-f]{32}-[0-9a-f]{16}@mail\\.example"));
            assertThat(logins).containsExactly("parley/secret");

            relay.stop();
            Topics.publish(ARequest.byMail());
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(backups)
                    .containsExactly("second@mail.example"));
        } finally {
            relay.stop();
            backup.stop();
        }
    }

    private static Map<String, String> environment(SMTPServer relay, SMTPServer backup, Certificates certificates) {
        var real = new RealParts();
        real.init(Map.of("database", "notification"));
        var parts = real.start();
        System.setProperty("kafka.bootstrap.servers", parts.get("kafka.bootstrap.servers"));
        var environment = new HashMap<String, String>();
        List.of(
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.reactive.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password",
                        "kafka.bootstrap.servers",
                        "quarkus.oidc.auth-server-url")
                .forEach(name -> environment.put(name.toUpperCase().replaceAll("[.-]", "_"), parts.get(name)));
        environment.put("QUARKUS_HTTP_PORT", Ports.free());
        environment.put("QUARKUS_MANAGEMENT_PORT", Ports.free());
        environment.put("MP_MESSAGING_INCOMING_MESSAGES_GROUP_ID", "names");
        environment.putAll(Map.of(
                "PARLEY_MAIL_HOST", "localhost",
                "PARLEY_MAIL_PORT", Integer.toString(relay.getPort()),
                "PARLEY_MAIL_FROM", "rooms@mail.example",
                "PARLEY_MAIL_USER", "parley",
                "PARLEY_MAIL_PASSWORD", "secret",
                "PARLEY_MAIL_TLS", "REQUIRED",
                "PARLEY_MAIL_TRUST", certificates.pem().toString(),
                "PARLEY_MAIL_BOUNCE_ADDRESS", "returned@mail.example",
                "PARLEY_MAIL_BOUNCE_SECRET", "a secret for return addresses"));
        environment.putAll(Map.of(
                "PARLEY_GATEWAYS_EMAIL", "smtp,backup",
                "PARLEY_GATEWAYS_NAMED_BACKUP_TYPE", "smtp",
                "PARLEY_GATEWAYS_NAMED_BACKUP_HOST", "localhost",
                "PARLEY_GATEWAYS_NAMED_BACKUP_PORT", Integer.toString(backup.getPort()),
                "PARLEY_GATEWAYS_NAMED_BACKUP_FROM", "second@mail.example",
                "PARLEY_GATEWAYS_NAMED_BACKUP_CONNECT_TIMEOUT", "3s"));
        return environment;
    }
}
