package io.parley.story.restore;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.parley.local.LocalSecrets;
import io.parley.local.Progress;
import io.parley.local.broker.Broker;
import io.parley.local.catcher.Catcher;
import io.parley.local.database.Database;
import io.parley.local.database.DatabasePlace;
import io.parley.local.database.StalePostmaster;
import io.parley.local.demo.DemoData;
import io.parley.local.issuer.Issuer;
import io.parley.local.port.Port;
import io.parley.local.port.Ports;
import io.parley.local.service.Replica;
import io.parley.local.service.ServiceJar;
import io.parley.story.installation.FreePorts;

import static org.awaitility.Awaitility.await;

/** An installation whose databases, broker and services can be lost, and be brought back one by one. */
final class Site implements AutoCloseable {

    private static final Map<String, String> SMALL =
            Map.of("shared_buffers", "48MB", "max_wal_size", "256MB", "jit", "off");
    private static final List<String> QUICK =
            List.of("-Xms32m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final Ports ports = FreePorts.find();
    private final LocalSecrets secrets;
    private final Deque<AutoCloseable> outside = new ArrayDeque<>();
    private final Map<Path, Database> databases = new HashMap<>();
    private final List<Replica> services = new ArrayList<>();
    private Broker broker;

    Site(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("logs"));
        this.secrets = new LocalSecrets(folder.resolve(LocalSecrets.FILE));
    }

    String http(Port port) {
        return ports.http(port);
    }

    int port(Port port) {
        return ports.of(port);
    }

    /** What is outside of Parley, and is lost with none of it. */
    void startSurroundings() {
        outside.push(Issuer.start(folder.resolve("oidc"), ports.of(Port.OIDC)));
        outside.push(
                Catcher.start(folder.resolve("catcher"), ports.of(Port.CATCHER), ports.of(Port.SMTP), secrets.texts()));
    }

    void startBroker(String name) {
        broker = Broker.start(folder.resolve(name), ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER));
    }

    void loseBroker() {
        broker.close();
        broker = null;
    }

    Path data(String name) {
        return folder.resolve(name);
    }

    /** A new server with the services' databases, which they fill. */
    void startDatabase(String name, Map<String, String> settings) {
        start(
                name,
                ports.of(Port.POSTGRES),
                settings,
                Stream.of(ServiceJar.values())
                        .map(ServiceJar::database)
                        .collect(Collectors.toMap(owner -> owner, secrets::database)));
    }

    /** A server on data that were put there; it is ready once it has recovered. */
    void startRestored(String name, int port, Map<String, String> settings) {
        start(name, port, settings, Map.of());
        await().until(() ->
                ask(port, "postgres", "select not pg_is_in_recovery()").equals("t"));
    }

    private void start(String name, int port, Map<String, String> settings, Map<String, String> owners) {
        var all = new HashMap<>(SMALL);
        all.putAll(settings);
        var place = new DatabasePlace(
                folder.resolve("postgres-binaries"), data(name), folder.resolve("logs/" + name + ".log"));
        databases.put(data(name), Database.start(place, port, secrets.database("postgres"), all, owners));
    }

    /** As the superuser. */
    Connection connect(int port, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/" + database, "postgres", secrets.database("postgres"));
    }

    Connection connect(String database) throws SQLException {
        return connect(ports.of(Port.POSTGRES), database);
    }

    /** The first column of the first row. */
    String ask(int port, String database, String query) throws SQLException {
        try (var connection = connect(port, database);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    String ask(String database, String query) throws SQLException {
        return ask(ports.of(Port.POSTGRES), database, query);
    }

    /** @param different variables of a service that are not as usual */
    void startServices(Map<ServiceJar, Map<String, String>> different) {
        var repository =
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
        var starts = Stream.of(ServiceJar.values())
                .map(service -> CompletableFuture.supplyAsync(() -> Replica.start(
                        service, repository, folder, ports, ports, QUICK, different.getOrDefault(service, Map.of()))))
                .toList();
        starts.forEach(start -> services.add(start.join()));
    }

    void furnish() {
        new DemoData(
                        ports,
                        folder.resolve("demo-data-is-there"),
                        new Progress(new PrintStream(OutputStream.nullOutputStream())))
                .load();
    }

    /** As when the machines are gone: nobody says goodbye, nothing is written any more. */
    void loseServicesAndDatabases() throws IOException {
        services.forEach(Replica::kill);
        services.clear();
        databases.keySet().forEach(data -> new StalePostmaster(data).kill());
        for (var data : List.copyOf(databases.keySet())) {
            await().until(() -> new StalePostmaster(data).running().isEmpty());
            databases.remove(data).close();
            delete(data);
        }
    }

    private static void delete(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Override
    public void close() throws Exception {
        loseServicesAndDatabases();
        if (broker != null) {
            loseBroker();
        }
        for (var part : outside) {
            part.close();
        }
        var kept = folder.resolveSibling(folder.getFileName() + "-logs");
        if (Files.exists(kept)) {
            delete(kept);
        }
        Files.move(folder.resolve("logs"), kept);
        delete(folder);
    }
}
