package io.parley.notification.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the gateways at ports on which a test starts servers of its own, or none. */
public final class ScriptedPorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "parley.gateways.named.smtp.host", "localhost",
                "parley.gateways.named.smtp.port", port(),
                "parley.gateways.named.smtp.timeout", "2s",
                "parley.gateways.named.twilio.url", "http://localhost:" + port(),
                "parley.gateways.named.twilio.timeout", "2s",
                "parley.sending.first-retry", "200ms",
                "parley.sending.lease", "2s",
                "parley.sending.renew-every", "500ms",
                "parley.sending.handover-timeout", "4s");
    }

    @Override
    public void stop() {}

    static String port() {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
