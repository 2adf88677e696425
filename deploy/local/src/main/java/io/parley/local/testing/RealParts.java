package io.parley.local.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.awaitility.Awaitility;

/**
 * Gives a Quarkus test the real parts: PostgreSQL (init argument {@code database}), Kafka, the issuer, the catcher.
 *
 * <p>They are started once per JVM, whichever test comes first, and stop with it.
 */
public final class RealParts implements QuarkusTestResourceLifecycleManager {

    static final String OIDC_URL = "parley.test.oidc-url";
    static final String OIDC_KEY = "parley.test.oidc-key";
    static final String CATCHER_URL = "parley.test.catcher-url";

    private String database = "session";

    @Override
    public void init(Map<String, String> initArguments) {
        database = initArguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> parts = SystemLoader.startParts();
        System.setProperty(OIDC_URL, parts.get("oidc"));
        System.setProperty(OIDC_KEY, parts.get("oidc-key"));
        System.setProperty(CATCHER_URL, parts.get("catcher"));
        var properties = new HashMap<String, String>();
        properties.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + parts.get("postgres") + "/" + database);
        properties.put("quarkus.datasource.reactive.url", "postgresql://" + parts.get("postgres") + "/" + database);
        properties.put("quarkus.datasource.username", database);
        properties.put("quarkus.datasource.password", database);
        properties.put("kafka.bootstrap.servers", parts.get("kafka"));
        properties.put("quarkus.oidc.auth-server-url", parts.get("oidc"));
        properties.put(OIDC_URL, parts.get("oidc"));
        properties.put(CATCHER_URL, parts.get("catcher"));
        properties.putAll(
                switch (database) {
                    case "session" -> session(parts);
                    case "notification" -> notification(parts);
                    default -> Map.of();
                });
        return properties;
    }

    @Override
    public void inject(Object test) {
        SharedMapper.use();
        // Nearly all that tests wait for comes within milliseconds; by default it is looked for in vain for 100 at
        // first.
        Awaitility.setDefaultPollDelay(Duration.ofMillis(5));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(40));
    }

    /** Nothing: other tests of this JVM use the same parts. */
    @Override
    public void stop() {}

    private static Map<String, String> session(Map<String, String> parts) {
        return Map.of(
                "quarkus.oidc-client.auth-server-url", parts.get("oidc"),
                "quarkus.oidc-client.client-id", "session-service",
                "quarkus.oidc-client.credentials.secret", "session-service",
                "parley.secret", "a pepper for tests that is long enough");
    }

    private static Map<String, String> notification(Map<String, String> parts) {
        return Map.of(
                "quarkus.mailer.mock",
                "false",
                "quarkus.mailer.host",
                "localhost",
                "quarkus.mailer.port",
                parts.get("smtp-port"),
                "quarkus.mailer.from",
                "no-reply@parley.example",
                "parley.sms.url",
                parts.get("catcher"),
                "parley.sms.account",
                TestParts.TEXT_ACCOUNT.user(),
                "parley.sms.token",
                TestParts.TEXT_ACCOUNT.password(),
                "parley.sms.from",
                "Parley");
    }
}
