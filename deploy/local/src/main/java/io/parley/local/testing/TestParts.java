package io.parley.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.parley.local.Stopping;
import io.parley.local.broker.Broker;
import io.parley.local.catcher.Catcher;
import io.parley.local.database.Database;
import io.parley.local.database.DatabasePlace;
import io.parley.local.issuer.Issuer;
import io.parley.local.web.BasicCredentials;

/**
 * One PostgreSQL, one Kafka, one issuer and one catcher for all tests of this JVM, on free ports; gone with the JVM.
 */
public final class TestParts {

    static final BasicCredentials TEXT_ACCOUNT =
            new BasicCredentials("AC00000000000000000000000000000000", "a-token-for-tests");
    private static final Map<String, String> DATABASES =
            Map.of("session", "session", "notification", "notification", "team_settings", "team_settings");
    /** Nothing of a test outlives its JVM, so nothing needs to reach the disk. */
    private static final Map<String, String> IN_MEMORY =
            Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

    private static Map<String, String> addresses;

    private TestParts() {}

    /** Starts everything at the first call; the addresses by which all of it is reached. */
    public static synchronized Map<String, String> start() {
        if (addresses == null) {
            var thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(TestParts.class.getClassLoader());
            try {
                addresses = startAll();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
        return addresses;
    }

    private static Map<String, String> startAll() {
        QuietLogs.apply();
        var folder = TestFolder.create();
        var stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::close));
        stopping.add(folder);
        int databasePort = freePort();
        // Sets itself up in processes of its own, while the broker takes this one's time.
        var database = CompletableFuture.runAsync(
                () -> stopping.add(Database.start(place(folder), databasePort, "postgres", IN_MEMORY, DATABASES)),
                work -> new Thread(work, "database").start());
        var broker = stopping.add(Broker.start(folder.own().resolve("kafka"), freePort(), freePort()));
        var issuer = stopping.add(Issuer.start(folder.own().resolve("oidc"), 0));
        var catcher = stopping.add(Catcher.start(folder.own().resolve("catcher"), 0, 0, TEXT_ACCOUNT));
        database.join();
        return Map.of(
                "postgres", "localhost:" + databasePort,
                "kafka", broker.bootstrapServers(),
                "oidc", issuer.url(),
                "oidc-key", folder.own().resolve("oidc/signing-key.json").toString(),
                "catcher", catcher.url(),
                "smtp-port", Integer.toString(catcher.smtpPort()));
    }

    private static DatabasePlace place(TestFolder folder) {
        return new DatabasePlace(
                folder.shared().resolve("postgres"),
                folder.postgres(),
                folder.own().resolve("postgres.log"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
