package io.parley.notification.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A port that the gateways' receipts can be told before the service has one. */
public final class OwnPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var port = ScriptedPorts.port();
        return Map.of(
                "quarkus.http.test-port",
                port,
                // Both fixed or both not: their metrics have the same labels then
                "quarkus.management.test-port",
                ScriptedPorts.port(),
                "parley.callback-url",
                "http://localhost:" + port);
    }

    @Override
    public void stop() {}
}
