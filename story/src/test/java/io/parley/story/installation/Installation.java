package io.parley.story.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.parley.local.LocalSecrets;
import io.parley.local.port.Port;
import io.parley.local.port.Ports;
import io.parley.local.service.Replica;
import io.parley.local.service.ServiceJar;
import io.parley.story.traces.ACollector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The local installation as a newcomer has it: started by its launcher, with the services as they are packaged, on ports
 * that are free and with data of its own, which goes when it ends.
 */
public final class Installation implements AutoCloseable {

    private static Installation running;

    private final Place place;
    private final Ports ports = FreePorts.find();
    private final Processes processes;
    private final Kills kills = new Kills();
    private final ACollector collector = ACollector.start();
    private final Logs logs;
    private Launcher launcher;

    private Installation(Place place) {
        this.place = place;
        this.processes = new Processes(place.data());
        this.logs = new Logs(place, kills);
    }

    static synchronized Installation start() {
        if (running == null) {
            running = new Installation(Place.inThisModule());
            // A build that is broken off leaves no process behind either.
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            running.launch();
        }
        return running;
    }

    /** The one that all stories share. */
    public static Installation running() {
        return running;
    }

    public static String http(Port port) {
        return running.ports.http(port);
    }

    public static int port(Port port) {
        return running.ports.of(port);
    }

    /** One more replica of a service, on ports that are free. */
    public Replica another(ServiceJar service) {
        var replica = Replica.start(service, place.module().getParent(), place.data(), ports, FreePorts.find());
        processes.remember();
        return replica;
    }

    /** Kills a replica as kill -9 does; another one takes its place, on ports of its own. */
    public Replica killAndReplace(Replica replica, ServiceJar service) {
        var kill = kills.begin();
        replica.kill();
        var next = another(service);
        kill.end();
        return next;
    }

    /** How a test reads what session-service has stored: address, role and password. */
    public List<String> sessionDatabase() {
        var secrets = new LocalSecrets(place.data().resolve(LocalSecrets.FILE));
        return List.of(
                "jdbc:postgresql://localhost:" + ports.of(Port.POSTGRES) + "/" + ServiceJar.SESSION.database(),
                ServiceJar.SESSION.database(),
                secrets.database(ServiceJar.SESSION.database()));
    }

    /** Kills a service as kill -9 does, and leaves it to the launcher to start it again. */
    public Killed kill(ServiceJar service) {
        var kill = kills.begin();
        var victim = processes.of(service);
        victim.destroyForcibly();
        return () -> {
            launcher.awaitReady(() -> processes.isAnother(service, victim), List.of(ports.http(service.management())));
            kill.end();
        };
    }

    /** Kills PostgreSQL as kill -9 does; it is the launcher that starts it again. */
    public Killed killDatabase() {
        var kill = kills.begin();
        var victim = killDatabaseToo();
        return () -> {
            launcher.awaitReady(
                    () -> processes
                            .database()
                            .filter(one -> !one.equals(victim))
                            .isPresent(),
                    managements());
            kill.end();
        };
    }

    /** The same while something else is dead already, and comes back with it. */
    public ProcessHandle killDatabaseToo() {
        var victim = processes.database().orElseThrow();
        victim.destroyForcibly();
        return victim;
    }

    private List<String> managements() {
        return services().stream()
                .map(service -> ports.http(service.management()))
                .toList();
    }

    /** Kills the launcher as kill -9 does: the broker, the catcher and the issuer die with it, the others go on alone. */
    public Killed killLauncher() {
        var kill = kills.begin();
        processes.remember();
        launcher.kill();
        assertThat(processes.left())
                .as("services and database outlive a killed launcher")
                .isNotEmpty();
        return () -> {
            launch();
            kill.end();
        };
    }

    /** Stops everything as Ctrl-C does, and makes sure that it is gone. */
    public synchronized void stop() {
        processes.remember();
        assertThat(launcher.stop()).as("exit code of the launcher").isZero();
        assertThat(processes.left()).as("processes that outlive the launcher").isEmpty();
    }

    public Logs logs() {
        return logs;
    }

    /** All that is traced of it, which is all: but for further replicas, which nobody has told where to. */
    public ACollector collector() {
        return collector;
    }

    public List<ServiceJar> services() {
        return List.of(ServiceJar.values());
    }

    @Override
    public synchronized void close() {
        try {
            if (launcher != null && launcher.isAlive()) {
                stop();
            }
        } finally {
            processes.left().forEach(ProcessHandle::destroyForcibly);
            collector.close();
            place.keepLogsAndDeleteData();
        }
    }

    private void launch() {
        try {
            launcher = Launcher.start(place, ports, collector.endpoint());
            launcher.awaitBanner();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            processes.remember();
        }
    }

    /** Something that was killed and is to come back. */
    public interface Killed {
        void comesBack();
    }
}
