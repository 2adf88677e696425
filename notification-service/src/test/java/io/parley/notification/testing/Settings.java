package io.parley.notification.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import io.parley.notification.gateway.GatewayConfig;

/** Configuration of gateways as the service reads it, without the service. */
public final class Settings {

    private Settings() {}

    /** Of one SMTP gateway; {@code settings} as they stand under its name. */
    public static GatewayConfig.Settings smtp(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        properties.put("parley.gateways.email", "relay");
        properties.put("parley.gateways.sms", "relay");
        properties.put("parley.gateways.callback-url", "http://localhost");
        properties.put("parley.gateways.named.relay.type", "smtp");
        properties.put("parley.gateways.named.relay.from", "no-reply@parley.example");
        properties.put("parley.gateways.named.relay.timeout", "3s");
        settings.forEach((name, value) -> properties.put("parley.gateways.named.relay." + name, value));
        return new SmallRyeConfigBuilder()
                // As the service reads them, which is not as ISO 8601 has them only
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(GatewayConfig.class)
                .named()
                .get("relay");
    }
}
