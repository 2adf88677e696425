package io.parley.notification.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the gateways at ports on which a test starts servers of its own, or none. */
public final class ScriptedPorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var properties = new HashMap<>(Ports.ofTheService());
        properties.putAll(Map.of(
                "parley.gateways.named.smtp.host", "localhost",
                "parley.gateways.named.smtp.port", Ports.free(),
                "parley.gateways.named.smtp.timeout", "2s",
                "parley.gateways.named.twilio.url", "http://localhost:" + Ports.free(),
                "parley.gateways.named.twilio.timeout", "2s",
                "parley.sending.first-retry", "200ms",
                "parley.sending.lease", "2s",
                "parley.sending.renew-every", "500ms",
                "parley.sending.handover-timeout", "4s",
                "parley.limits.number-per-hour", "10"));
        // A server of a test that ends is missed by the gateway, which the next test would wait for
        properties.put("parley.gateways.rest", "500ms");
        properties.put("parley.upkeep.purge-every", "1s");
        properties.put("parley.upkeep.measure-every", "1s");
        return properties;
    }

    @Override
    public void stop() {}
}
