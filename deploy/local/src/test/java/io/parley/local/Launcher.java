package io.parley.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The launcher in a JVM of its own, as a user starts it, but for the services; on ports of its own. */
final class Launcher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** The same for all starts of a test run; below the ports that outgoing connections use. */
    private static final int OFFSET = ThreadLocalRandom.current().nextInt(14_000, 22_000);

    private final Process process;
    private final Path output;

    private Launcher(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Launcher start(Path data, String... options) {
        try {
            Path output = Files.createTempFile(data.getParent(), "up", ".log");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Up.class.getName(),
                    "--without",
                    "session-service",
                    "--without",
                    "notification-service",
                    "--without",
                    "team-settings-service",
                    "--port-offset",
                    Integer.toString(OFFSET),
                    "--data",
                    data.toString()));
            command.addAll(List.of(options));
            return new Launcher(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port(int usual) {
        return usual + OFFSET;
    }

    void awaitLine(String line) {
        await().atMost(PATIENCE).until(() -> said().contains(line) || !process.isAlive());
        assertThat(said()).contains(line);
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int awaitExit() {
        try {
            assertThat(process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int stop() {
        process.destroy();
        return awaitExit();
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        stop();
    }
}
