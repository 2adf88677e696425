package io.parley.local.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.parley.local.CannotStart;
import io.parley.local.LocalSecrets;
import io.parley.local.port.Ports;

/** One more process of a service, on ports of its own, beside those of an installation that runs. */
public final class Replica implements AutoCloseable {

    /** The flags of a JVM that has room, as in a cluster. */
    public static final List<String> LARGE = List.of("-Xmx512m");

    private static final Duration SLOWEST_START = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final ServiceJar service;
    private final Ports ports;
    private final ServiceCommand command;
    private final Process process;

    private Replica(ServiceJar service, Ports ports, ServiceCommand command) {
        this.service = service;
        this.ports = ports;
        this.command = command;
        this.process = command.start();
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @param repository where the service is packaged
     * @param data the installation's folder
     * @param installation the ports of the installation
     * @param own the ports of the new process
     */
    public static Replica start(ServiceJar service, Path repository, Path data, Ports installation, Ports own) {
        return start(service, repository, data, installation, own, ServiceCommand.SMALL);
    }

    /** @param flags those of its JVM */
    public static Replica start(
            ServiceJar service, Path repository, Path data, Ports installation, Ports own, List<String> flags) {
        return start(service, repository, data, installation, own, flags, Map.of());
    }

    /** @param different variables that are other than those of the installation */
    public static Replica start(
            ServiceJar service,
            Path repository,
            Path data,
            Ports installation,
            Ports own,
            List<String> flags,
            Map<String, String> different) {
        var environment = new HashMap<>(
                new ServiceEnvironment(installation, new LocalSecrets(data.resolve(LocalSecrets.FILE))).of(service));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(own.of(service.port())));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(own.of(service.management())));
        var name = service.title() + "-at-" + own.of(service.port());
        environment.putAll(different);
        var replica = new Replica(
                service,
                own,
                new ServiceCommand(
                        name,
                        service.in(repository),
                        flags,
                        environment,
                        data.resolve("logs").resolve(name + ".log"),
                        new ProcessFiles(data.resolve("processes"))));
        replica.awaitReady();
        return replica;
    }

    public String http() {
        return ports.http(service.port());
    }

    /** Where its health and its metrics are. */
    public String management() {
        return ports.http(service.management());
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        close();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        command.files().forget(command.name());
    }

    private void awaitReady() {
        var began = System.nanoTime();
        var readiness = Readiness.at(management());
        try {
            while (!readiness.isReady()) {
                if (!process.isAlive() || System.nanoTime() - began > SLOWEST_START.toNanos()) {
                    close();
                    throw new CannotStart(command.name() + " is not ready, see " + command.log());
                }
                process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
