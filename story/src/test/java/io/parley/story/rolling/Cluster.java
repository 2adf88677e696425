package io.parley.story.rolling;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.parley.local.service.ServiceJar;
import io.parley.local.testing.TestParts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas of each service on one database and one broker, as the chart installs them; other than in a cluster are
 * addresses, passwords and the size of the Java machine.
 */
final class Cluster implements AutoCloseable {

    static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "rolling");
        thread.setDaemon(true);
        return thread;
    });

    private static final String OLD_SECRET = "the secret before which is long enough";
    private static final String NEW_SECRET = "the secret after which is long enough";
    private static final Duration SLOWEST_MIGRATION = Duration.ofMinutes(1);
    private static final String SMALL = "-Xms48m -Xmx160m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final Map<String, String> parts = TestParts.start();
    private final Map<ServiceJar, Address> addresses = new EnumMap<>(ServiceJar.class);
    private final Map<ServiceJar, Replicas> replicas = new EnumMap<>(ServiceJar.class);

    Cluster() {
        // Where Tokens and Caught look.
        System.setProperty("parley.test.oidc-url", parts.get("oidc"));
        System.setProperty("parley.test.catcher-url", parts.get("catcher"));
        for (var service : ServiceJar.values()) {
            addresses.put(service, new Address());
            replicas.put(service, new Replicas(service, addresses.get(service)));
        }
    }

    void install() {
        each(service -> migrate(service, "install"));
        each(service -> replicas.get(service).start(() -> environment(service, OLD_SECRET, NEW_SECRET)));
    }

    /** Each service's replicas one after the other, the services side by side, as by {@code helm upgrade}. */
    void upgrade() {
        each(service -> migrate(service, "upgrade"));
        each(service -> replicas.get(service).replace(() -> environment(service, NEW_SECRET, OLD_SECRET)));
    }

    private static void each(Consumer<ServiceJar> work) {
        Stream.of(ServiceJar.values())
                .map(service -> CompletableFuture.runAsync(() -> work.accept(service), THREADS))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** By the Job's command; the second time it finds nothing to do. */
    private void migrate(ServiceJar service, String when) {
        var log = Pod.logOf(service.title() + "-migration-" + when);
        var job = Pod.run(service, placed(service, Told.of(service).migration()), log);
        try {
            assertThat(job.waitFor(SLOWEST_MIGRATION.toMillis(), TimeUnit.MILLISECONDS))
                    .as("%s migrates in time, see %s", service, log)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            job.destroyForcibly();
        }
        assertThat(job.exitValue()).as("exit of the migration, see %s", log).isZero();
    }

    private Map<String, String> environment(ServiceJar service, String secret, String other) {
        var environment = placed(service, Told.of(service).environment());
        environment.replace("PARLEY_SECRET", secret);
        environment.replace("PARLEY_OTHER_SECRETS", other);
        return environment;
    }

    /** What was told, with the addresses of here; what was not told is not added. */
    private Map<String, String> placed(ServiceJar service, Map<String, String> told) {
        var environment = new TreeMap<>(told);
        var database = parts.get("postgres") + "/" + service.database();
        Map.ofEntries(
                        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database + "?sslmode=disable"),
                        Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + database),
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", service.database()),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", service.database()),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", parts.get("kafka")),
                        Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", parts.get("oidc")),
                        Map.entry("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", parts.get("oidc")),
                        Map.entry("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "session-service"),
                        Map.entry("PARLEY_TEAM_SETTINGS_URL", http(ServiceJar.TEAM_SETTINGS)),
                        Map.entry("PARLEY_PUBLIC_URL", http(ServiceJar.SESSION)),
                        Map.entry("PARLEY_CALLBACK_URL", http(ServiceJar.NOTIFICATION)),
                        Map.entry("PARLEY_SMS_URL", parts.get("catcher")),
                        Map.entry("QUARKUS_MAILER_HOST", "localhost"),
                        Map.entry("QUARKUS_MAILER_PORT", parts.get("smtp-port")),
                        Map.entry("JAVA_TOOL_OPTIONS", SMALL))
                .forEach(environment::replace);
        return environment;
    }

    /** Where all of a service's replicas are reached. */
    String http(ServiceJar service) {
        return addresses.get(service).http();
    }

    String kafka() {
        return parts.get("kafka");
    }

    String jdbc(ServiceJar service) {
        return "jdbc:postgresql://" + parts.get("postgres") + "/" + service.database();
    }

    /** Connections that were refused, and tried again elsewhere. */
    int refused() {
        return addresses.values().stream().mapToInt(Address::refused).sum();
    }

    /** What replicas did that they must not do when they go. */
    List<String> wrong() {
        return replicas.values().stream().flatMap(some -> some.wrong().stream()).toList();
    }

    List<Pod> pods() {
        return replicas.values().stream().flatMap(some -> some.all().stream()).toList();
    }

    @Override
    public void close() {
        replicas.values().forEach(Replicas::close);
        addresses.values().forEach(Address::close);
    }
}
