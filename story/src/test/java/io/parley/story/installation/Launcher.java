package io.parley.story.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.awaitility.core.ConditionTimeoutException;

import io.parley.local.port.Ports;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** The launcher as a process of its own. */
final class Launcher {

    private static final Duration SLOWEST_START = Duration.ofSeconds(110);
    private static final Duration SLOWEST_STOP = Duration.ofSeconds(40);
    private static final List<String> AS_IN_UP =
            List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Process process;
    private final Place place;
    private final long saidBefore;

    private Launcher(Process process, Place place, long saidBefore) {
        this.process = process;
        this.place = place;
        this.saidBefore = saidBefore;
    }

    static Launcher start(Place place, Ports ports, String collector) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_IN_UP);
        command.addAll(List.of("-jar", place.launcherJar().toString()));
        command.addAll(List.of("--port-offset", Integer.toString(ports.offset())));
        command.addAll(List.of("--data", place.data().toString()));
        var output = place.output().toFile();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        // What it is told its services are told.
        builder.environment().put("PARLEY_TRACING_ENDPOINT", collector);
        builder.environment().put("PARLEY_TRACING_RATIO", "1");
        builder.environment().put("QUARKUS_LOG_CATEGORY__IO_PARLEY__LEVEL", "DEBUG");
        // A killed one would be missed after 10 s; what is told of is what comes then.
        builder.environment().put("KAFKA_SESSION_TIMEOUT_MS", "4000");
        long saidBefore = output.length();
        return new Launcher(builder.start(), place, saidBefore);
    }

    void awaitBanner() {
        awaitIt("its banner", () -> said().contains("Ready after"));
    }

    void awaitReady(BooleanSupplier startedAgain, List<String> managements) {
        awaitIt(
                "what was killed",
                () -> startedAgain.getAsBoolean() && managements.stream().allMatch(Launcher::isReady));
    }

    private void awaitIt(String what, BooleanSupplier there) {
        try {
            await().atMost(SLOWEST_START).until(() -> there.getAsBoolean() || !isAlive());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(what + " did not come in time; the launcher said:\n" + said(), e);
        }
        if (!isAlive()) {
            throw new AssertionError("the launcher ended, saying:\n" + said());
        }
    }

    private static boolean isReady(String management) {
        try {
            return given().get(management + "/health/ready").statusCode() == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    private String said() {
        try {
            var all = Files.readString(place.output());
            return all.substring((int) Math.min(saidBefore, all.length()));
        } catch (IOException e) {
            return "(" + e + ")";
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As Ctrl-C does; its exit code. */
    int stop() {
        process.destroy();
        return awaitExit();
    }

    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(SLOWEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher does not end; it said:\n" + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
