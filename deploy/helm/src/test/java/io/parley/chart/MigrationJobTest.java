package io.parley.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.testing.TestParts;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged services under the environment that the chart gives them, on a real and empty PostgreSQL. */
class MigrationJobTest {

    private static final Map<String, String> DATABASES = Map.of(
            "session-service", "session",
            "notification-service", "notification",
            "team-settings-service", "team_settings");
    private static final Map<String, String> EXIT_AFTER_WHAT_COMES_FIRST = Map.of(
            "QUARKUS_INIT_AND_EXIT", "true",
            "QUARKUS_OIDC_TENANT_ENABLED", "false",
            "QUARKUS_OIDC_CLIENT_CLIENT_ENABLED", "false");

    private final Manifests chart = Chart.render("default");
    private final String database = TestParts.start().get("postgres");

    @TempDir
    Path folder;

    @Test
    void aReplicaMigratesNothingAndTheJobMigratesAndExits() throws Exception {
        exitWell(Map.of(
                "session-service", replica("session-service"),
                "notification-service", job("notification-service"),
                "team-settings-service", job("team-settings-service")));
        assertThat(tables("session-service")).isZero();

        exitWell(Map.of("session-service", job("session-service")));
        for (var service : PackagedService.NAMES) {
            assertThat(tables(service)).as(service).isPositive();
        }
    }

    private Process replica(String service) throws IOException {
        return run(service, "Deployment", "parley-" + service, EXIT_AFTER_WHAT_COMES_FIRST);
    }

    private Process job(String service) throws IOException {
        return run(service, "Job", "parley-" + service + "-migration", Map.of());
    }

    private void exitWell(Map<String, Process> processes) throws Exception {
        try {
            for (var process : processes.entrySet()) {
                assertThat(process.getValue().waitFor(2, TimeUnit.MINUTES))
                        .as("%s exits", process.getKey())
                        .isTrue();
                assertThat(process.getValue().exitValue())
                        .as("%s: %s", process.getKey(), Repository.read(log(process.getKey())))
                        .isZero();
            }
        } finally {
            processes.values().forEach(Process::destroyForcibly);
        }
    }

    private Process run(String service, String kind, String name, Map<String, String> besides) throws IOException {
        var environment = Reading.environment(chart, kind, name);
        // Here the database has another address, and no certificate.
        environment.keySet().removeIf(variable -> variable.contains("TRUST") || variable.contains("HOSTNAME"));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database + "/" + DATABASES.get(service));
        environment.put("QUARKUS_DATASOURCE_USERNAME", DATABASES.get(service));
        environment.put("QUARKUS_DATASOURCE_PASSWORD", DATABASES.get(service));
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.putAll(besides);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = PackagedService.of(service).jar().toString();
        var builder = new ProcessBuilder(java, "-jar", jar)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(service).toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path log(String service) {
        return folder.resolve(service + ".log");
    }

    private int tables(String service) throws SQLException {
        var name = DATABASES.get(service);
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://" + database + "/" + name, name, name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
