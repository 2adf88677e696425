package io.parley.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class UpTest {

    @TempDir
    private static Path folder;

    private static Launcher running;

    @BeforeAll
    static void start() {
        running = Launcher.start(data());
        running.awaitLine("Ready after");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aTakenPortIsNamedAndNothingIsLeftBehind() {
        Path elsewhere = folder.resolve("elsewhere");
        try (var launcher = Launcher.start(elsewhere)) {
            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.said())
                    .contains("port " + Launcher.port(9092) + " (Kafka) is taken")
                    .contains("port " + Launcher.port(5433) + " (PostgreSQL) is taken")
                    .doesNotContain("\tat ");
        }
        assertThat(elsewhere.resolve("postgres")).doesNotExist();
    }

    @Test
    void onlyOneLauncherHasTheData() {
        try (var launcher = Launcher.start(data())) {
            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.said()).contains("Parley is already running on " + data());
        }
    }

    @Test
    void secretsAreForTheOwnerAlone() throws IOException {
        Path secrets = data().resolve("secrets.properties");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(secrets))
                .filteredOn(line -> line.startsWith("database."))
                .hasSize(4)
                .allSatisfy(line -> assertThat(running.said()).doesNotContain(line.replaceAll(".*=", "")));
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheKnownOnes() {
        try (var launcher = Launcher.start(data(), "--prot-offset", "1")) {
            assertThat(launcher.awaitExit()).isEqualTo(2);
            assertThat(launcher.said()).contains("unknown option --prot-offset").contains("--port-offset N");
        }
    }

    private static Path data() {
        return folder.resolve("data");
    }
}
