package io.parley.local;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.database.StalePostmaster;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class UpAgainTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsKilledIsStartedAgainOnTheSameData() {
        String key;
        try (var first = Launcher.start(data())) {
            first.awaitLine("Ready after");
            key = publicKey();
            first.kill();
        }
        assertThat(postmaster().running()).isPresent();

        try (var second = Launcher.start(data())) {
            second.awaitLine("Ready after");

            assertThat(second.said()).contains("stopping PostgreSQL of an earlier run");
            assertThat(publicKey()).isEqualTo(key);

            postmaster().running().orElseThrow().destroyForcibly();
            second.awaitLine("PostgreSQL is ready again");

            assertThat(second.stop()).isZero();
        }
        assertThat(postmaster().running()).isEmpty();
    }

    private static String publicKey() {
        return Http.get("http://localhost:" + Launcher.port(8180) + "/realms/parley/protocol/openid-connect/certs")
                .body();
    }

    private StalePostmaster postmaster() {
        return new StalePostmaster(data().resolve("postgres"));
    }

    private Path data() {
        return folder.resolve("data");
    }
}
