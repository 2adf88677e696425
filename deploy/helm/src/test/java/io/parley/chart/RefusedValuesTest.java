package io.parley.chart;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The schema of the values refuses what would only be noticed in a cluster. */
class RefusedValuesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "sessionServce.replicas, 3",
                "sessionService.replcas, 3",
                "sessionService.replicas, 0",
                "host, https://parley.example.com",
                "oidc.issuer, login.example.com",
                "routes.kind, router",
                "routes.trustedProxies, 10.0.0.0/8",
                "routes.trustedProxies[0], the-router",
                "database.sslMode, prefer",
                "kafka.bootstrapServers, kafka",
                "sessionService.env.parley_clocks_batch, 5",
                "sessionService.image.digest, sha256:abc",
                "teamSettingsService.autoscaling.mode, lag",
                "notificationService.mail.tls, yes",
                "notificationService.mail.bounceAddress, bounces@example.com",
                "notificationService.gateways.my-backup.type, SMTP",
                "notificationService.gateways.backup.type, SMTP",
                "networkPolicy.gatewayPorts, 587",
            })
    void aWrongValueIsRefused(String key, String value) {
        assertThatThrownBy(() -> Chart.render("default", Map.of(key, value)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void aRightOneIsNot() {
        assertThat(Chart.render("default", Map.of("sessionService.replicas", 3))
                        .the("Deployment", "parley-session-service")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(3);
    }
}
