package io.parley.story.rolling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.parley.local.service.ServiceJar;

import static org.awaitility.Awaitility.await;

/** One replica: a process of a packaged service under the chart's environment, on ports of its own. */
final class Pod {

    private static final Duration SLOWEST_START = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String name;
    private final Process process;
    private final Path log;
    private final int port;
    private final int management;
    private final String probePath;

    private Pod(String name, Process process, Path log, int port, int management, String probePath) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.port = port;
        this.management = management;
        this.probePath = probePath;
    }

    static Pod start(ServiceJar service, String name, Map<String, String> environment, String probePath) {
        int port = freePort();
        int management = freePort();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        var log = logOf(name);
        return new Pod(name, run(service, environment, log), log, port, management, probePath);
    }

    static Path logOf(String name) {
        return Told.REPOSITORY.resolve("story/target/rolling-logs/" + name + ".log");
    }

    static Process run(ServiceJar service, Map<String, String> environment, Path log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(
                            List.of(java, "-jar", service.in(Told.REPOSITORY).toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pod awaitReady() {
        await().atMost(SLOWEST_START).until(() -> isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError(name + " did not start: " + said());
        }
        return this;
    }

    boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + management + probePath))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** SIGTERM. */
    void askToStop() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** False if it had to be killed. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        process.destroyForcibly().waitFor();
        return false;
    }

    int port() {
        return port;
    }

    String name() {
        return name;
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
