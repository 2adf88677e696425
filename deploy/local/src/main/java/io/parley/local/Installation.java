package io.parley.local;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.parley.local.broker.Broker;
import io.parley.local.catcher.Catcher;
import io.parley.local.database.Database;
import io.parley.local.database.StalePostmaster;
import io.parley.local.database.WatchedDatabase;
import io.parley.local.demo.DemoData;
import io.parley.local.issuer.Issuer;
import io.parley.local.port.Port;
import io.parley.local.port.Ports;
import io.parley.local.service.ProcessFiles;
import io.parley.local.service.ServiceEnvironment;
import io.parley.local.service.ServiceJar;
import io.parley.local.service.Services;

/** Everything on one machine: the parts first, then the services, then the demo data; it ends as a whole. */
final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    /** Durable, as the library's defaults are not, and with no process that one machine can do without. */
    private static final Map<String, String> DATABASE_SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "max_connections", "100",
            "shared_buffers", "48MB",
            "max_wal_size", "256MB",
            "jit", "off",
            "io_method", "sync",
            "max_logical_replication_workers", "0");

    private final Options options;
    private final Progress progress;
    private final Ports ports;

    Installation(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.ports = new Ports(options.portOffset());
    }

    /** Runs until it is told to stop. */
    void run() {
        try (var folder = DataFolder.open(options.data());
                var stopping = new Stopping()) {
            LogFiles.rollOver(folder.logs());
            LogFiles.in(folder.logs());
            var processes = new ProcessFiles(folder.processes());
            var leftovers = stopping.add(new Leftovers(
                    processes, new StalePostmaster(folder.postgres().data())));
            Runtime.getRuntime().addShutdownHook(new Thread(stopping::close));
            Signals.on(() -> stop(stopping), leftovers::kill);
            progress.say("Parley, local installation, data in " + folder.root());
            leftovers.stop(progress::say);
            ports.checkFree(neededPorts());
            startUnlessAsked(folder, processes, stopping);
            stopping.await();
        }
    }

    private void startUnlessAsked(DataFolder folder, ProcessFiles processes, Stopping stopping) {
        try {
            start(folder, processes, stopping);
        } catch (Exception e) {
            // Whatever a start that was told to stop stumbles over is no failure.
            if (!stopping.isAsked()) {
                throw e;
            }
            LOG.info("stopped before the start was through", e);
        }
    }

    private void start(DataFolder folder, ProcessFiles processes, Stopping stopping) {
        long began = System.nanoTime();
        var secrets = new LocalSecrets(folder.secrets());
        startParts(folder, secrets, stopping);
        var around = new Services.Surroundings(
                options.root(), folder.logs(), ports, new ServiceEnvironment(ports, secrets), processes);
        stopping.add(Services.start(options.services(), around, progress)).awaitReady();
        if (options.demo() && options.services().contains(ServiceJar.TEAM_SETTINGS)) {
            new DemoData(ports, folder.demoMark(), progress).load();
        }
        progress.say(new Welcome(ports, folder, (System.nanoTime() - began) / 1_000_000_000.0).text());
    }

    private void startParts(DataFolder folder, LocalSecrets secrets, Stopping stopping) {
        // Ctrl-C in the terminal reaches its starting server too, for whose answer nobody then need wait.
        step("PostgreSQL", stopping, () -> stopping.interruptibly(() -> database(folder, secrets)));
        Broker.onFailure(() -> fail("Kafka cannot go on"));
        step(
                "Kafka",
                stopping,
                () -> Broker.start(folder.kafka(), ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER)));
        step("OIDC issuer", stopping, () -> Issuer.start(folder.oidc(), ports.of(Port.OIDC)));
        step(
                "mail and text catcher",
                stopping,
                () -> Catcher.start(folder.catcher(), ports.of(Port.CATCHER), ports.of(Port.SMTP), secrets.texts()));
    }

    private WatchedDatabase database(DataFolder folder, LocalSecrets secrets) {
        Map<String, String> owners = Stream.of(ServiceJar.values())
                .map(ServiceJar::database)
                .collect(Collectors.toMap(Function.identity(), secrets::database));
        return WatchedDatabase.start(
                folder.postgres().data(),
                () -> Database.start(
                        folder.postgres(),
                        ports.of(Port.POSTGRES),
                        secrets.database("postgres"),
                        DATABASE_SETTINGS,
                        owners),
                progress::say);
    }

    private <T extends AutoCloseable> void step(String part, Stopping stopping, Supplier<T> start) {
        try {
            stopping.add(progress.step(part, start));
        } catch (Exception e) {
            // Kafka's Scala throws what it does not declare, hence not only what is unchecked.
            LOG.error("{} did not start", part, e);
            throw new CannotStart(
                    part + " did not start: " + e.getMessage() + "\nThe logs are in "
                            + options.data().resolve("logs"),
                    e);
        }
    }

    private Set<Port> neededPorts() {
        var needed = EnumSet.allOf(Port.class);
        for (ServiceJar left : leftOut()) {
            needed.remove(left.port());
            needed.remove(left.management());
        }
        return needed;
    }

    private Set<ServiceJar> leftOut() {
        var left = EnumSet.allOf(ServiceJar.class);
        left.removeAll(options.services());
        return left;
    }

    /** Ends the whole: the hook of the JVM stops the rest. */
    private void fail(String why) {
        progress.say("\n" + why + ", so everything stops. The logs are in "
                + options.data().resolve("logs"));
        System.exit(1);
    }

    private void stop(Stopping stopping) {
        progress.say("\nStopping. Once more kills at once.");
        stopping.close();
        progress.say("Stopped. The data stays in " + options.data());
    }
}
