package io.parley.local.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.CannotStart;
import io.parley.local.Http;
import io.parley.local.LocalSecrets;
import io.parley.local.Progress;
import io.parley.local.port.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@DisabledOnOs(OS.WINDOWS)
class ServicesTest {

    private final Ports ports = new Ports(ThreadLocalRandom.current().nextInt(14_000, 22_000));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        StandIn.install(ServiceJar.SESSION, folder);
        StandIn.install(ServiceJar.NOTIFICATION, folder);
    }

    @Test
    void aServiceThatIsKilledIsStartedAgain() {
        try (var services = start(Set.of(ServiceJar.SESSION))) {
            services.awaitReady();

            files().left().get(0).process().destroyForcibly();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(said()).contains("session-service is ready again"));
            assertThat(said()).contains("session-service ended (exit code 137) and is started again in 1 s");
        }
    }

    @Test
    void stoppingLeavesNoProcess() {
        List<ProcessFiles.Left> running;
        try (var services = start(Set.of(ServiceJar.SESSION, ServiceJar.NOTIFICATION))) {
            services.awaitReady();
            running = files().left();
            assertThat(running).hasSize(2);
        }

        assertThat(running).noneMatch(left -> left.process().isAlive());
        assertThat(files().left()).isEmpty();
    }

    @Test
    void aServiceThatDiesAtItsStartIsToldWithTheEndOfItsLog() throws IOException {
        StandIn.giveUp(ServiceJar.SESSION, folder);

        try (var services = start(Set.of(ServiceJar.SESSION, ServiceJar.NOTIFICATION))) {
            assertThatThrownBy(services::awaitReady)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("session-service ended at its start with exit code 3")
                    .hasMessageContaining("the database said no");
        }
        assertThat(files().left()).isEmpty();
    }

    @Test
    void aServiceThatIsNotBuiltIsTold() {
        assertThatThrownBy(() -> start(Set.of(ServiceJar.TEAM_SETTINGS)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("team-settings-service is not built");
    }

    @Test
    void ctrlCDoesNotReachAServiceBeforeItsTurn() throws Exception {
        try (var services = start(Set.of(ServiceJar.SESSION))) {
            services.awaitReady();
            ProcessHandle service = files().left().get(0).process();

            new ProcessBuilder("kill", "-INT", Long.toString(service.pid()))
                    .start()
                    .waitFor();

            await().during(Duration.ofMillis(500)).until(service::isAlive);
        }
    }

    @Test
    void aServiceIsToldOfItsSurroundings() {
        try (var services = start(Set.of(ServiceJar.NOTIFICATION))) {
            services.awaitReady();

            var environment = Http.get(ports.http(ServiceJar.NOTIFICATION.management()) + "/environment");

            assertThat(environment.json("QUARKUS_DATASOURCE_JDBC_URL")).endsWith("/notification");
            assertThat(environment.json("PARLEY_SMS_URL")).isEqualTo("http://localhost:" + (8025 + ports.offset()));
            assertThat(environment.json("PARLEY_SMS_ACCOUNT")).startsWith("AC").hasSize(34);
        }
    }

    private Services start(Set<ServiceJar> jars) {
        var secrets = new LocalSecrets(folder.resolve("secrets.properties"));
        var around = new Services.Surroundings(
                folder, folder.resolve("logs"), ports, new ServiceEnvironment(ports, secrets), files());
        return Services.start(jars, around, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    private ProcessFiles files() {
        return new ProcessFiles(folder.resolve("processes"));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
