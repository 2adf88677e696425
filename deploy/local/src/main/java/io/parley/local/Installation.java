package io.parley.local;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

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
            var leftovers = new Leftovers(
                    processes, new StalePostmaster(folder.postgres().data()));
            Runtime.getRuntime().addShutdownHook(new Thread(stopping::close));
            Signals.on(() -> stop(stopping), leftovers::kill);
            progress.say("Parley, local installation, data in " + folder.root());
            leftovers.stop(progress);
            ports.checkFree(neededPorts());
            start(folder, processes, stopping);
            stopping.await();
        } catch (Stopping.Stopped asked) {
            LOG.info("stopped before the start was through");
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
        stopping.add(step(
                "PostgreSQL",
                () -> WatchedDatabase.start(folder.postgres().data(), () -> database(folder, secrets), progress::say)));
        stopping.add(step(
                "Kafka", () -> Broker.start(folder.kafka(), ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER))));
        stopping.add(step("OIDC issuer", () -> Issuer.start(folder.oidc(), ports.of(Port.OIDC))));
        stopping.add(step(
                "mail and text catcher",
                () -> Catcher.start(folder.catcher(), ports.of(Port.CATCHER), ports.of(Port.SMTP), secrets.texts())));
    }

    private Database database(DataFolder folder, LocalSecrets secrets) {
        var database = Database.start(
                folder.postgres(), ports.of(Port.POSTGRES), secrets.database("postgres"), DATABASE_SETTINGS);
        for (ServiceJar service : ServiceJar.values()) {
            database.provide(service.database(), secrets.database(service.database()));
        }
        return database;
    }

    private <T> T step(String part, Supplier<T> start) {
        try {
            return progress.step(part, start);
        } catch (RuntimeException e) {
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

    private void stop(Stopping stopping) {
        progress.say("\nStopping. Once more kills at once.");
        stopping.close();
        progress.say("Stopped. The data stays in " + options.data());
    }
}
