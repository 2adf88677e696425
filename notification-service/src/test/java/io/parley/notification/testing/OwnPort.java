package io.parley.notification.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Ports of the service that are known before it starts; and a sender that has to be woken, for it never polls. */
public final class OwnPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var properties = new HashMap<>(Ports.ofTheService());
        properties.put("parley.sending.poll", "1h");
        return properties;
    }

    @Override
    public void stop() {}
}
