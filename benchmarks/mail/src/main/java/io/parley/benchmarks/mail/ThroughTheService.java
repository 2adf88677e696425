package io.parley.benchmarks.mail;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged notification-service, in a process of its own. */
final class ThroughTheService implements AutoCloseable {

    private static final int HTTP_PORT = 17_081;
    private static final int MANAGEMENT_PORT = 17_901;

    private final Process process;

    ThroughTheService(Map<String, String> parts, Path jar, int sink) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m"));
        parts.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-Dquarkus.http.port=" + HTTP_PORT,
                "-Dquarkus.management.port=" + MANAGEMENT_PORT,
                "-Dparley.gateways.named.smtp.host=localhost",
                "-Dparley.gateways.named.smtp.port=" + sink,
                "-jar",
                jar.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/mail-benchmark.log"))
                .start();
        while (!isReady()) {
            Thread.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        var ready = HttpRequest.newBuilder(URI.create("http://localhost:" + MANAGEMENT_PORT + "/health/ready"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(ready, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
