package io.parley.local.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.parley.local.CannotStart;
import io.parley.local.Progress;
import io.parley.local.port.Ports;

/** The services of one installation, started and stopped side by side. */
public final class Services implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<ServiceProcess> processes;
    private final CompletableFuture<Void> allReady = new CompletableFuture<>();

    private Services(List<ServiceProcess> processes) {
        this.processes = processes;
    }

    /** Starts them; a jar that is missing is told before the first one runs. */
    public static Services start(Collection<ServiceJar> jars, Surroundings around, Progress progress) {
        jars.forEach(jar -> around.checkBuilt(jar));
        var services = new Services(jars.stream()
                .map(jar -> new ServiceProcess(around.command(jar), around.readiness(jar), progress))
                .toList());
        services.startAll();
        return services;
    }

    /** Waits until all are ready; the first one that never will be ends the waiting. */
    public void awaitReady() {
        try {
            allReady.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart reason ? reason : e;
        }
    }

    @Override
    public void close() {
        processes.forEach(ServiceProcess::askToStop);
        processes.forEach(process -> process.awaitStop(PATIENCE));
        allReady.completeExceptionally(new CannotStart("stopped"));
    }

    private void startAll() {
        var starts = processes.stream().map(ServiceProcess::start).toList();
        starts.forEach(start -> start.exceptionally(reason -> {
            allReady.completeExceptionally(reason);
            return null;
        }));
        CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).thenRun(() -> allReady.complete(null));
    }

    /** Where the services of an installation lie, run and log. */
    public record Surroundings(
            Path repository, Path logs, Ports ports, ServiceEnvironment environment, ProcessFiles files) {

        private void checkBuilt(ServiceJar jar) {
            if (!Files.exists(jar.in(repository))) {
                throw new CannotStart(jar.title() + " is not built: there is no " + jar.in(repository)
                        + "\ndeploy/local/up builds it, and so does ./mvnw package -DskipTests");
            }
        }

        private ServiceCommand command(ServiceJar jar) {
            return new ServiceCommand(
                    jar.title(),
                    jar.in(repository),
                    ServiceCommand.SMALL,
                    environment.of(jar),
                    logs.resolve(jar.title() + ".log"),
                    files);
        }

        private Readiness readiness(ServiceJar jar) {
            return Readiness.at(ports.http(jar.management()));
        }
    }
}
