package io.parley.notification.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

/** The service as it is shipped, in a process of its own that can be killed. */
public final class PackagedService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment;
    private final int managementPort;
    private final File log;
    private Process process;

    public PackagedService(Map<String, String> properties, File log) {
        this(properties, Map.of(), log);
    }

    public PackagedService(Map<String, String> properties, Map<String, String> environment, File log) {
        this.managementPort = Integer.parseInt(
                properties.getOrDefault("quarkus.management.port", environment.get("QUARKUS_MANAGEMENT_PORT")));
        this.environment = environment;
        this.log = log;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
    }

    public void start() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Keeps the loaded classes of one life in a file, from which all later lives start in less time. */
    public void startQuicklyFromNowOn(File classes) throws IOException, InterruptedException {
        command.add(1, "-XX:ArchiveClassesAtExit=" + classes);
        start();
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(this::isReady);
        process.destroy();
        process.waitFor();
        command.set(1, "-XX:SharedArchiveFile=" + classes);
    }

    /** As kill -9 does: nothing of it runs any more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It stands still, and nobody is told. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    public boolean isReady() {
        var ready = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/health/ready"))
                .build();
        try {
            return HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }
}
