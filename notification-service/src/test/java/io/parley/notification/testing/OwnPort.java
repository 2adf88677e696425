package io.parley.notification.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Ports of the service that are known before it starts. */
public final class OwnPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Ports.ofTheService();
    }

    @Override
    public void stop() {}
}
